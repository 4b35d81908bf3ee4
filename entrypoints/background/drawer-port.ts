import type { Browser } from 'wxt/browser';
import {
  createDrawerSession,
  type DrawerPorts,
  type DrawerSession,
} from '@/lib/engine/drawer/drawer-session';
import { drawerRequest, type DrawerPush, type DrawerRequest } from '@/lib/messages/drawer';
import type { DrawerGrant, DrawerTokens } from '@/lib/messages/drawer-tokens';
import type { SenderClass } from '@/lib/messages/sender';

type Port = Pick<
  Browser.runtime.Port,
  'sender' | 'postMessage' | 'disconnect' | 'onMessage' | 'onDisconnect'
>;

export interface DrawerHouse {
  readonly tokens: Pick<DrawerTokens, 'redeem' | 'resume'>;
  readonly classify: (sender: Browser.runtime.MessageSender) => Promise<SenderClass>;
  readonly isAuthorisedPanel: (origin: string) => Promise<boolean>;
  readonly drawer: DrawerPorts;
}

export interface DrawerDoor {
  /**
   * Lets a drawer in only by its token or its session, and only while its panel is authorised. Anything
   * else is told `refused` and nothing more. `early` came in while the worker was starting.
   */
  readonly connect: (port: Port, early: readonly unknown[]) => void;
  /** Puts out the drawers of panels that are no longer authorised: they show names. */
  readonly recheck: () => Promise<void>;
}

export function createDrawerDoor(house: DrawerHouse): DrawerDoor {
  const inside = new Set<Visit>();
  return {
    connect: (port, early) => {
      const visit = receiveAt(house, port, () => inside.delete(visit));
      inside.add(visit);
      early.forEach(visit.hear);
    },
    recheck: async () => {
      await Promise.all([...inside].map((visit) => visit.recheck()));
    },
  };
}

/** Hears a port while the worker is starting; what it gives ends that, and is all that was said. */
export function holdEarly(port: Port): () => readonly unknown[] {
  const early: unknown[] = [];
  const hold = (message: unknown) => void early.push(message);
  port.onMessage.addListener(hold);
  return () => {
    port.onMessage.removeListener(hold);
    return early;
  };
}

interface Visit {
  readonly hear: (message: unknown) => void;
  readonly recheck: () => Promise<void>;
}

function receiveAt(house: DrawerHouse, port: Port, onEnd: () => void): Visit {
  let session: DrawerSession | null = null;
  let origin: string | null = null;
  let turn: Promise<void> = Promise.resolve();
  let gone = false;

  const post = (push: DrawerPush) => {
    if (!gone) port.postMessage(push);
  };

  async function receive(message: unknown): Promise<void> {
    const request = drawerRequest.safeParse(message);
    if (!request.success) {
      refuse();
      return;
    }
    if (session) {
      // Not awaited: a request must not wait for the answer to the one before it.
      session.handle(request.data).catch(refuse);
      return;
    }
    const grant = await admit(request.data);
    if (!grant) refuse();
    if (!grant || gone) return;
    post({ type: 'welcome', session: grant.session, invoiceId: grant.invoiceId });
    origin = grant.origin;
    session = createDrawerSession(house.drawer, grant, post);
  }

  async function admit(request: DrawerRequest): Promise<DrawerGrant | null> {
    const sender = port.sender ? await house.classify(port.sender) : null;
    if (sender?.kind !== 'drawer') return null;
    const { tokens } = house;
    const grant =
      request.verb === 'redeem'
        ? await tokens.redeem(request.token, sender)
        : request.verb === 'resume'
          ? await tokens.resume(request.session, sender)
          : null;
    return grant && (await house.isAuthorisedPanel(grant.origin)) ? grant : null;
  }

  function refuse(): void {
    if (gone) return;
    post({ type: 'refused' });
    port.disconnect();
    end();
  }

  function end(): void {
    gone = true;
    session?.close();
    onEnd();
  }

  const hear = (message: unknown) => {
    turn = turn.then(() => receive(message)).catch(refuse);
  };
  port.onMessage.addListener(hear);
  port.onDisconnect.addListener(end);
  return {
    hear,
    recheck: () => {
      // After what is being received: a drawer that is just being let in is looked at, too.
      turn = turn
        .then(async () => {
          if (origin !== null && !(await house.isAuthorisedPanel(origin))) refuse();
        })
        .catch(refuse);
      return turn;
    },
  };
}

import type { Browser } from 'wxt/browser';
import {
  createDrawerSession,
  type DrawerPorts,
  type DrawerSession,
} from '@/lib/engine/drawer/drawer-session';
import { drawerRequest, type DrawerPush, type DrawerRequest } from '@/lib/messages/drawer';
import type { DrawerGrant, DrawerTokens } from '@/lib/messages/drawer-tokens';
import type { SenderClass } from '@/lib/messages/sender';

type Port = Browser.runtime.Port;

export interface DrawerDoor {
  readonly tokens: DrawerTokens;
  readonly classify: (sender: Browser.runtime.MessageSender) => Promise<SenderClass>;
  readonly isAuthorisedPanel: (origin: string) => Promise<boolean>;
  readonly drawer: DrawerPorts;
}

/**
 * Lets a drawer in only by its token or its session, and only while its panel is still authorised.
 * Anything else is told `refused` and nothing more. `early` came in while the worker was starting.
 */
export function openDrawerPort(door: DrawerDoor, port: Port, early: readonly unknown[]): void {
  let session: DrawerSession | null = null;
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
    session = createDrawerSession(door.drawer, grant, post);
  }

  async function admit(request: DrawerRequest): Promise<DrawerGrant | null> {
    const sender = port.sender ? await door.classify(port.sender) : null;
    if (sender?.kind !== 'drawer') return null;
    const { tokens } = door;
    const grant =
      request.verb === 'redeem'
        ? await tokens.redeem(request.token, sender)
        : request.verb === 'resume'
          ? await tokens.resume(request.session, sender)
          : null;
    return grant && (await door.isAuthorisedPanel(grant.origin)) ? grant : null;
  }

  function refuse(): void {
    post({ type: 'refused' });
    port.disconnect();
    end();
  }

  function end(): void {
    gone = true;
    session?.close();
  }

  const enqueue = (message: unknown) => {
    turn = turn.then(() => receive(message)).catch(refuse);
  };
  port.onMessage.addListener(enqueue);
  port.onDisconnect.addListener(end);
  early.forEach(enqueue);
}

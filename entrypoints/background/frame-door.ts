import type { Browser } from 'wxt/browser';
import type { FrameAddress } from '@/lib/messages/frame-tokens';
import type { SenderClass } from '@/lib/messages/sender';

export type Port = Pick<
  Browser.runtime.Port,
  'sender' | 'postMessage' | 'disconnect' | 'onMessage' | 'onDisconnect'
>;

/** How every frame of the extension begins, whatever it says afterwards. */
type Hello =
  | { readonly verb: 'redeem'; readonly token: string }
  | { readonly verb: 'resume'; readonly session: string };

interface Grant {
  readonly origin: string;
}

/** What goes on in one frame once it was let in. */
export interface FrameSession<R> {
  readonly handle: (request: R) => Promise<void>;
  readonly close: () => void;
}

/** One kind of frame: how it is let in, and what it is then. */
export interface FrameHouse<R extends { readonly verb: string }, P, G extends Grant> {
  readonly classify: (sender: Browser.runtime.MessageSender) => Promise<SenderClass>;
  readonly isAuthorisedPanel: (origin: string) => Promise<boolean>;
  readonly tokens: {
    readonly redeem: (token: string, frame: FrameAddress) => Promise<G | null>;
    readonly resume: (session: string, frame: FrameAddress) => Promise<G | null>;
  };
  /** Null: no request of this kind of frame. */
  readonly read: (message: unknown) => R | Hello | null;
  /** The first push to a frame that was let in. */
  readonly welcome: (grant: G) => P;
  readonly begin: (grant: G, frame: FrameAddress, post: (push: P) => void) => FrameSession<R>;
}

export interface FrameDoor {
  /**
   * Lets a frame in only by its token or its session, and only while its panel is authorised. Anything
   * else is told `refused` and nothing more. `early` came in while the worker was starting.
   */
  readonly connect: (port: Port, early: readonly unknown[]) => void;
  /** Puts out the frames of panels that are no longer authorised: they show names. */
  readonly recheck: () => Promise<void>;
}

export function createFrameDoor<R extends { readonly verb: string }, P, G extends Grant>(
  house: FrameHouse<R, P, G>,
): FrameDoor {
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

function receiveAt<R extends { readonly verb: string }, P, G extends Grant>(
  house: FrameHouse<R, P, G>,
  port: Port,
  onEnd: () => void,
): Visit {
  let session: FrameSession<R> | null = null;
  let origin: string | null = null;
  let turn: Promise<void> = Promise.resolve();
  let gone = false;

  const post = (push: P | { readonly type: 'refused' }) => {
    if (!gone) port.postMessage(push);
  };

  async function receive(message: unknown): Promise<void> {
    const request = house.read(message);
    if (request === null) {
      refuse();
      return;
    }
    if (session) {
      // Not awaited: a request must not wait for the answer to the one before it.
      if (!isHello(request)) session.handle(request).catch(refuse);
      return;
    }
    const frame = await frameOf(port);
    const grant = frame && isHello(request) ? await admit(request, frame) : null;
    if (!grant || !frame) refuse();
    if (!grant || !frame || gone) return;
    post(house.welcome(grant));
    origin = grant.origin;
    session = house.begin(grant, frame, post);
  }

  async function frameOf({ sender }: Port): Promise<FrameAddress | null> {
    const from = sender ? await house.classify(sender) : null;
    return from?.kind === 'drawer' ? { tabId: from.tabId, frameId: from.frameId } : null;
  }

  async function admit(hello: Hello, frame: FrameAddress): Promise<G | null> {
    const { tokens } = house;
    const grant =
      hello.verb === 'redeem'
        ? await tokens.redeem(hello.token, frame)
        : await tokens.resume(hello.session, frame);
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
      // After what is being received: a frame that is just being let in is looked at, too.
      turn = turn
        .then(async () => {
          if (origin !== null && !(await house.isAuthorisedPanel(origin))) refuse();
        })
        .catch(refuse);
      return turn;
    },
  };
}

function isHello(request: { readonly verb: string }): request is Hello {
  return request.verb === 'redeem' || request.verb === 'resume';
}

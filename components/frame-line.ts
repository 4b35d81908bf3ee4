/**
 * The line of a framed page to the worker.
 *
 *   silent ──redeem──▶ (port open) ──welcome──▶ open ──disconnect──▶ open, not connected
 *     ▲                     │                     ▲                        │ 1 s, while visible
 *     └──────refused────────┘                     └───────resume───────────┘
 *
 * Nothing is shown before `welcome`. A worker's death closes the port: the session resumes on a new one.
 * A port that cannot be opened at all has no extension behind it any more: only reloading the panel helps.
 * What the operator asks while there is no port is dropped, never queued: what comes next tells the truth.
 */
const RECONNECT_MS = 1000;

type Hello =
  | { readonly verb: 'redeem'; readonly token: string }
  | { readonly verb: 'resume'; readonly session: string };
type Greeting =
  { readonly type: 'welcome'; readonly session: string } | { readonly type: 'refused' };

/** The part of a `runtime.Port` that is used. */
export interface FramePort<R> {
  readonly postMessage: (message: R | Hello) => void;
  readonly disconnect: () => void;
  readonly onMessage: { addListener(heard: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(heard: () => void): void };
}

export interface LineState {
  readonly phase: 'silent' | 'open' | 'refused';
  readonly connected: boolean;
  /** The extension was updated or removed under this frame, which cannot reach it again. */
  readonly orphaned: boolean;
}

export interface FrameLine<S extends LineState, R> {
  readonly getState: () => S;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly redeem: (token: string) => void;
  readonly send: (request: R) => void;
  /** Called when the page becomes visible: reconnects if it must. */
  readonly wake: () => void;
}

export interface LineSurroundings<R> {
  readonly openPort: () => FramePort<R>;
  readonly isVisible: () => boolean;
  /** Whether this frame still belongs to a running extension. */
  readonly isExtensionThere: () => boolean;
  /** The worker no longer knows a session that it had given. */
  readonly onSessionLost: () => void;
}

/** What one kind of frame keeps of what it hears. */
export interface LineKind<S extends LineState, P> {
  /** Before anything was said, and again once the frame is refused. */
  readonly silent: S;
  readonly heard: (state: S, push: P) => Partial<S>;
}

export function createFrameLine<S extends LineState, R, P extends { readonly type: string }>(
  { silent, heard }: LineKind<S, P>,
  around: LineSurroundings<R>,
): FrameLine<S, R> {
  const listeners = new Set<() => void>();
  let state = silent;
  let port: FramePort<R> | null = null;
  let hello: Hello | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function change(patch: Partial<S> | Partial<LineState>): void {
    state = { ...state, ...patch };
    for (const listener of listeners) listener();
  }

  function hear(push: P | Greeting): void {
    if (isRefusal(push)) {
      const hadSession = state.phase === 'open';
      hello = null;
      change({ ...silent, phase: 'refused' });
      if (hadSession) around.onSessionLost();
      return;
    }
    const patch = heard(state, push as P);
    if (!isWelcome(push)) return change(patch);
    hello = { verb: 'resume', session: push.session };
    change({ phase: 'open', connected: true, orphaned: false, ...patch });
  }

  function reconnectSoon(): void {
    timer ??= setTimeout(() => {
      timer = null;
      if (around.isVisible()) open();
    }, RECONNECT_MS);
  }

  function open(): void {
    if (hello === null || port !== null) return;
    try {
      const opened = around.openPort();
      port = opened;
      opened.onMessage.addListener((message) => {
        if (port === opened) hear(message as P | Greeting);
      });
      opened.onDisconnect.addListener(() => {
        if (port !== opened) return;
        port = null;
        const orphaned = !around.isExtensionThere();
        change({ connected: false, orphaned });
        if (!orphaned) reconnectSoon();
      });
      opened.postMessage(hello);
    } catch {
      // A worker that is only asleep is woken by this; it throws when the extension itself is gone.
      port = null;
      change({ orphaned: true });
    }
  }

  return {
    getState: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    redeem: (token) => {
      port?.disconnect();
      port = null;
      hello = { verb: 'redeem', token };
      change(silent);
      open();
    },
    send: (request) => {
      port?.postMessage(request);
    },
    wake: () => {
      if (timer === null && around.isVisible()) open();
    },
  };
}

function isWelcome(push: {
  readonly type: string;
}): push is Extract<Greeting, { type: 'welcome' }> {
  return push.type === 'welcome';
}

function isRefusal(push: { readonly type: string }): push is { readonly type: 'refused' } {
  return push.type === 'refused';
}

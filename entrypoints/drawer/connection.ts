/**
 * The drawer's line to the worker.
 *
 *   silent ──redeem──▶ (port open) ──welcome──▶ open ──disconnect──▶ open, not connected
 *     ▲                     │                     ▲                        │ 1 s, while visible
 *     └──────refused────────┘                     └───────resume───────────┘
 *
 * Nothing is shown before `welcome`. A worker's death closes the port: the session resumes on a new one.
 * A port that cannot be opened at all has no extension behind it any more: only reloading the panel helps.
 * What the operator asks while there is no port is dropped, never queued: the next snapshot tells the truth.
 */
import type { DrawerPush, DrawerRequest, DrawerSnapshot } from '../../lib/messages/drawer.ts';

const RECONNECT_MS = 1000;

/** The part of a `runtime.Port` that is used. */
export interface DrawerPort {
  readonly postMessage: (message: DrawerRequest) => void;
  readonly disconnect: () => void;
  readonly onMessage: { addListener(heard: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(heard: () => void): void };
}

export interface DrawerState {
  readonly phase: 'silent' | 'open' | 'refused';
  readonly connected: boolean;
  /** The extension was updated or removed under this frame, which cannot reach it again. */
  readonly orphaned: boolean;
  readonly invoiceId: string | null;
  readonly snapshot: DrawerSnapshot | null;
  /** Counts snapshots, so that an answer can be told from what was known before the question. */
  readonly received: number;
}

export interface DrawerConnection {
  readonly getState: () => DrawerState;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly redeem: (token: string) => void;
  readonly send: (request: DrawerRequest) => void;
  /** Called when the page becomes visible: reconnects if it must. */
  readonly wake: () => void;
}

interface Surroundings {
  readonly openPort: () => DrawerPort;
  readonly isVisible: () => boolean;
  /** Whether this frame still belongs to a running extension. */
  readonly isExtensionThere: () => boolean;
  /** The worker no longer knows a session that it had given. */
  readonly onSessionLost: () => void;
}

const SILENT: DrawerState = {
  phase: 'silent',
  connected: false,
  orphaned: false,
  invoiceId: null,
  snapshot: null,
  received: 0,
};

export function createDrawerConnection(around: Surroundings): DrawerConnection {
  const listeners = new Set<() => void>();
  let state = SILENT;
  let port: DrawerPort | null = null;
  let hello: DrawerRequest | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const change = (patch: Partial<DrawerState>): void => {
    state = { ...state, ...patch };
    for (const listener of listeners) listener();
  };

  function hear(push: DrawerPush): void {
    switch (push.type) {
      case 'welcome':
        hello = { verb: 'resume', session: push.session };
        change({ phase: 'open', connected: true, orphaned: false, invoiceId: push.invoiceId });
        break;
      case 'snapshot':
        change({ snapshot: push.snapshot, received: state.received + 1 });
        break;
      case 'refused': {
        const hadSession = state.phase === 'open';
        hello = null;
        change({ ...SILENT, phase: 'refused' });
        if (hadSession) around.onSessionLost();
      }
    }
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
        if (port === opened) hear(message as DrawerPush);
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
      change(SILENT);
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

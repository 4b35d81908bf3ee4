import type { Abandon, Errand, Outcome } from './messages.ts';

/** A private channel to one document. */
export interface DocumentPort {
  readonly post: (message: Errand | Abandon) => void;
  readonly onOutcome: (listener: (outcome: Outcome) => void) => void;
  /** The document is gone, whoever closed it. */
  readonly onGone: (listener: () => void) => void;
}

/** Opens and closes the one document that there can be. */
export interface DocumentHost {
  /** A document and the port that it opened. Rejects where there can be none. */
  readonly open: () => Promise<DocumentPort>;
  /** Closes it, if there is one. */
  readonly close: () => Promise<void>;
}

/** The document went away before it could tell what became of an errand. */
export class DocumentGone extends Error {}

/** A document that nobody needs is a page in memory. ms; well before the browser ends an idle worker. */
const IDLE_MS = 15_000;

interface Waiting {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: Error) => void;
}

/*
 * One document for all requests at once, there from the first of them until a while after the last:
 *
 *   none ──send──▶ opening ──▶ open ──idle──▶ closing ──▶ none
 *    ▲                │          │
 *    └────failed──────┴───gone───┘   (every errand under way is told `DocumentGone`)
 *
 * Nothing of it outlives the worker: a new one opens a document anew, and the old one, whose port is cut
 * when its worker dies, closes itself.
 */
export function createDocumentLine(host: DocumentHost) {
  const waiting = new Map<number, Waiting>();
  let opening: Promise<DocumentPort> | null = null;
  let closing: Promise<void> = Promise.resolve();
  let idle: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;

  function connect(): Promise<DocumentPort> {
    opening ??= closing.then(host.open).then(attach, (reason: unknown) => {
      opening = null;
      throw new DocumentGone('no document', { cause: reason });
    });
    return opening;
  }

  function attach(port: DocumentPort): DocumentPort {
    port.onOutcome((outcome) => {
      waiting.get(outcome.id)?.resolve(outcome);
    });
    port.onGone(() => {
      opening = null;
      for (const { reject } of waiting.values()) reject(new DocumentGone('document gone'));
    });
    return port;
  }

  function rest(): void {
    clearTimeout(idle);
    if (waiting.size > 0) return;
    idle = setTimeout(() => {
      if (waiting.size > 0 || opening === null) return;
      opening = null;
      closing = host.close().catch(() => undefined);
    }, IDLE_MS);
  }

  /** Rejects with `DocumentGone`, or as an abandoned `fetch` does. */
  async function send(errand: Omit<Errand, 'id'>, signal: AbortSignal | null): Promise<Outcome> {
    lastId += 1;
    const id = lastId;
    clearTimeout(idle);
    const outcome = new Promise<Outcome>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });
    // Nobody may be listening yet when the document goes away.
    outcome.catch(() => undefined);
    const abandon = () => {
      waiting.get(id)?.reject(new DOMException('abandoned', 'AbortError'));
      opening?.then((port) => port.post({ abandon: id })).catch(() => undefined);
    };
    signal?.addEventListener('abort', abandon, { once: true });
    try {
      const port = await connect();
      if (signal?.aborted !== true) port.post({ id, ...errand });
      return await outcome;
    } finally {
      signal?.removeEventListener('abort', abandon);
      waiting.delete(id);
      rest();
    }
  }

  return { send };
}

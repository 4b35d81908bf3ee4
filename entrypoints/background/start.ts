import { LedgerUnusable, OPENS_WITHIN } from '@/lib/ledger/unusable';
import { askPanelsAgain, pushToPages } from './pushes';

/** The one start that all events of a worker's life share. */
export interface Start<T> {
  /** However long it takes: work that nobody waits for goes on where it can. */
  readonly worker: () => Promise<T>;
  /**
   * For somebody who asks and must not wait for ever; the start goes on. Only the ledger can keep it so long.
   *
   * @throws LedgerUnusable `waits`.
   */
  readonly inTime: () => Promise<T>;
}

/**
 * `begin`: what every life of the worker does first, beside whatever it was woken for. The event that called for
 * it may have met a start that failed, and comes no second time.
 */
export function startingBy<T>(
  create: () => Promise<T>,
  begin: (created: T) => Promise<unknown>,
): Start<T> {
  let starting: Promise<T> | null = null;
  const worker = () => (starting ??= start());

  async function start(): Promise<T> {
    const begun = Date.now();
    try {
      const created = await create();
      begin(created).catch(() => undefined);
      // Whoever was told that it waits hears that it no longer does.
      if (Date.now() - begun >= OPENS_WITHIN) {
        pushToPages({ push: 'setup-changed' });
        askPanelsAgain().catch(() => undefined);
      }
      return created;
    } catch (reason) {
      // The next event tries again: a disk that is full for a moment must not silence the browser's life.
      starting = null;
      throw reason;
    }
  }

  async function inTime(): Promise<T> {
    let patience: ReturnType<typeof setTimeout> | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      patience = setTimeout(() => {
        reject(new LedgerUnusable('waits'));
      }, OPENS_WITHIN);
    });
    return Promise.race([worker(), tooLong]).finally(() => {
      clearTimeout(patience);
    });
  }

  return { worker, inTime };
}

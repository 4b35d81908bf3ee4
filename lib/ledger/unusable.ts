type WhyUnusable = 'newer' | 'upgrade' | 'waits';

/**
 * The ledger could not be opened, and lies as it was. `newer`: a later release of the extension wrote it.
 * `upgrade`: bringing it to this release's shape failed; `cause` says how, and may quote its rows. `waits`: it is
 * not open yet, mostly because a page of the release before still holds it, and the opening goes on.
 */
export class LedgerUnusable extends Error {
  override readonly name = 'LedgerUnusable';
  readonly why: WhyUnusable;

  constructor(why: WhyUnusable, options?: ErrorOptions) {
    super(`the ledger cannot be used: ${why}`, options);
    this.why = why;
  }
}

/**
 * How long whoever asks waits for the ledger to open before being told that it waits. Time alone says so:
 * of several that wait, IndexedDB tells only the first that it is blocked. ms.
 */
export const OPENS_WITHIN = 5_000;

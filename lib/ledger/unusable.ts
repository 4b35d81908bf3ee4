/**
 * The ledger could not be opened, and lies as it was. `newer`: a later release of the extension wrote it.
 * `upgrade`: bringing it to this release's shape failed; `cause` says how, and may quote its rows.
 */
export class LedgerUnusable extends Error {
  override readonly name = 'LedgerUnusable';
  readonly why: 'newer' | 'upgrade';

  constructor(why: 'newer' | 'upgrade', options?: ErrorOptions) {
    super(`the ledger cannot be used: ${why}`, options);
    this.why = why;
  }
}

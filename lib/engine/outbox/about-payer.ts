import type { JobRow } from '../../ledger/rows.ts';

const ABOUT_PAYER: ReadonlySet<JobRow['kind']> = new Set(['payer', 'notices', 'notices-run']);

/** A job that changes what Asaas has of a payer, and no charge: nothing that is about a charge waits for it. */
export function isAboutPayer({ kind }: Pick<JobRow, 'kind'>): boolean {
  return ABOUT_PAYER.has(kind);
}

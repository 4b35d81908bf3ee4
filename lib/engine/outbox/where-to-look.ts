import type { JobRow } from '../../ledger/rows.ts';
import type { FailureCode } from '../../messages/failure.ts';

/** What a person is told of a job whose request nobody knows the outcome of. Not each is about a charge. */
export function whereToLook({ kind }: Pick<JobRow, 'kind'>): FailureCode {
  if (kind === 'message') return 'check-in-ixc';
  return isAboutRecord({ kind }) ? 'payer-unsure' : 'check-in-asaas';
}

/** Whether a job changes a payer's record and no charge: nothing that it meets says anything about a sending. */
export function isAboutRecord({ kind }: Pick<JobRow, 'kind'>): boolean {
  return kind === 'payer' || kind === 'notices' || kind === 'notices-run';
}

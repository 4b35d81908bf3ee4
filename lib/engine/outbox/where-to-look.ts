import type { JobRow } from '../../ledger/rows.ts';
import type { FailureCode } from '../../messages/failure.ts';
import { isAboutPayer } from './about-payer.ts';

/** What a person is told of a job whose request nobody knows the outcome of. Not each is about a charge. */
export function whereToLook(job: Pick<JobRow, 'kind'>): FailureCode {
  if (job.kind === 'message') return 'check-in-ixc';
  return isAboutPayer(job) ? 'payer-unsure' : 'check-in-asaas';
}

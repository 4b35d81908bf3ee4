import { attemptCodeOf } from '../../billing/attempt-code.ts';
import type { Charge } from '../../billing/charge.ts';
import { parseReference } from '../../billing/reference.ts';
import type { JobRow } from '../../ledger/rows.ts';

/**
 * Whether a charge is this job's to judge by itself: it carries the very reference that the job writes, one
 * of the job's requests made it, or it is of the payer that the job charges. Whatever else an alias brings
 * may be another provider's: a typed alias is no proof, so such a charge is for a person only.
 */
export function isOfJob(job: JobRow, charge: Charge): boolean {
  const reference = charge.reference === null ? null : parseReference(charge.reference);
  if (
    reference?.kind === 'charge' &&
    reference.providerKey === job.providerKey &&
    reference.invoiceId === job.invoiceId
  ) {
    return true;
  }
  if (job.attempts.some(({ code }) => code === attemptCodeOf(charge.description))) return true;
  const payerId = 'payerId' in job ? (job.payerId ?? null) : null;
  return payerId !== null && charge.payerId === payerId;
}

import type { Charge } from '../../../billing/charge.ts';
import { chargeReference } from '../../../billing/reference.ts';
import { standingCharges } from '../../../billing/standing.ts';
import { isEditable } from '../../../billing/status.ts';
import type { AdoptJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { EnginePorts } from '../../ports.ts';
import { locateCharges } from '../../send/locate.ts';
import { isAboutPayer } from '../about-payer.ts';
import type { JobClient } from '../job-client.ts';
import { jobKeys } from '../job-keys.ts';
import { postpone } from '../outcome.ts';
import { blockWith } from '../stopping.ts';
import { mayHaveChanged } from '../store.ts';
import { requestReference } from './adopt-request.ts';

/**
 * Takes our reference from a charge, just read, that carries the very one that was written. Refused once the
 * charge was paid or changed, by a job of ours or by anybody, or another stands beside it: then the link is
 * what tells whose it is.
 */
export async function unlinkCharge(
  ports: EnginePorts,
  job: AdoptJobRow,
  { settings, client }: JobClient,
  charge: Charge,
): Promise<JobRow | null> {
  const { providerKey, invoiceId, environment } = job;
  if (charge.reference !== chargeReference(providerKey, invoiceId)) {
    return blockWith(ports, job, { code: 'charge-moved' });
  }
  if (!isEditable(charge)) return blockWith(ports, job, { code: 'unlink-paid' });
  const isSame = charge.value === job.value && charge.dueDate === job.dueDate;
  if (!isSame || (await wasChanged(ports, job))) {
    return blockWith(ports, job, { code: 'unlink-changed' });
  }
  const accounts = settings.accounts.filter((one) => one.environment === environment);
  const located = await locateCharges(ports, accounts, jobKeys(settings, job), invoiceId);
  if (!located.ok) return postpone(ports, job, located.error);
  if (standingCharges(located.value).some(({ id }) => id !== charge.id)) {
    return blockWith(ports, job, { code: 'unlink-other-charge' });
  }
  return requestReference(ports, job, client, { charge, reference: '' });
}

/**
 * Whether a job of this browser may have changed the charge since it was linked. A message changes none, and
 * no more does what changes its payer.
 */
async function wasChanged(
  { ledger }: EnginePorts,
  { id, providerKey, invoiceId, environment, linkedAt }: AdoptJobRow,
): Promise<boolean> {
  const jobs = await ledger.jobs
    .where('[providerKey+invoiceId]')
    .equals([providerKey, invoiceId])
    .toArray();
  return jobs.some(
    (job) =>
      job.id !== id &&
      job.kind !== 'adopt' &&
      job.kind !== 'message' &&
      !isAboutPayer(job) &&
      job.environment === environment &&
      job.createdAt >= (linkedAt ?? 0) &&
      job.attempts.some(mayHaveChanged),
  );
}

import type { JobRow } from '../../../ledger/rows.ts';
import type { Settings } from '../../../settings/settings.ts';
import { jobKeys } from '../../outbox/job-keys.ts';
import type { EnginePorts } from '../../ports.ts';

export interface AboutCharge {
  readonly origin: string;
  readonly providerKey: string;
  readonly invoiceId: string;
  readonly environment: string;
  readonly chargeId: string;
}

/** A sending from here on only looks at what it made. */
const SENT: ReadonlySet<JobRow['state']> = new Set(['created', 'verified']);

/** Whether something is being done with the charge, or may still make another one for its invoice. */
export async function actUnderWay(
  { ledger }: Pick<EnginePorts, 'ledger'>,
  settings: Settings,
  about: AboutCharge,
): Promise<boolean> {
  const jobs = await jobsOfInvoice({ ledger }, settings, about);
  return jobs.some((job) => {
    if (job.activeKey === undefined || job.environment !== about.environment) return false;
    if (job.kind === 'create' || job.kind === 'change') return !SENT.has(job.state);
    return job.kind !== 'message' && job.targetId === about.chargeId;
  });
}

/** Every job of an invoice, under any key of its provider. */
export async function jobsOfInvoice(
  { ledger }: Pick<EnginePorts, 'ledger'>,
  settings: Settings,
  about: Pick<AboutCharge, 'origin' | 'providerKey' | 'invoiceId'>,
): Promise<JobRow[]> {
  const pairs = jobKeys(settings, about).map((key): [string, string] => [key, about.invoiceId]);
  return ledger.jobs.where('[providerKey+invoiceId]').anyOf(pairs).toArray();
}

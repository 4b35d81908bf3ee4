import type { ChargeActKind } from '../../../billing/acts/charge-act.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { Settings } from '../../../settings/settings.ts';
import { isFollowing } from '../../outbox/desk/followed-refund.ts';
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

/**
 * Whether something is being done with the charge, or may still make another one for its invoice, as the
 * jobs of the invoice tell. A restored charge stands where a sent one would: of a sending, it waits for the
 * last look as well.
 */
export function isActUnderWay(
  jobs: readonly JobRow[],
  kind: ChargeActKind,
  { environment, chargeId }: Pick<AboutCharge, 'environment' | 'chargeId'>,
): boolean {
  return jobs.some((job) => {
    if (job.activeKey === undefined || job.environment !== environment) return false;
    if (isFollowing(job)) return false;
    if (job.kind === 'create' || job.kind === 'change') {
      return kind === 'restore' || !SENT.has(job.state);
    }
    return 'targetId' in job && job.targetId === chargeId;
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

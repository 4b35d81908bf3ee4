import type { Charge } from '../../billing/charge.ts';
import { chargeOfPredecessor } from '../../billing/plan/predecessors.ts';
import { parseReference } from '../../billing/reference.ts';
import { ok, type Result } from '../../billing/result.ts';
import type { BlockReason } from '../../billing/send-plan.types.ts';
import { standingCharges } from '../../billing/standing.ts';
import type { CreateJobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AccountSettings, Settings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { locateCharges } from '../send/locate.ts';
import { jobKeys } from './job-keys.ts';

/**
 * Charges of the invoices that were renegotiated into the job's, once its own charge is there: one that
 * lists did not show before, or that somebody restored, stands for the same debt a second time. What only
 * an alias brings counts where it is of the payer that the job charges.
 */
export async function predecessorsAgain(
  ports: EnginePorts,
  settings: Pick<Settings, 'panels'>,
  account: AccountSettings,
  job: CreateJobRow,
): Promise<Result<readonly BlockReason[], FailureView>> {
  const keys = jobKeys(settings, job);
  const reasons: BlockReason[] = [];
  for (const invoiceId of job.predecessors ?? []) {
    const located = await locateCharges(ports, [account], keys, invoiceId);
    if (!located.ok) return located;
    const ours = located.value.filter((charge) => isOurs(job, charge));
    reasons.push(...standingCharges(ours).map(chargeOfPredecessor));
  }
  return ok(reasons);
}

function isOurs({ providerKey, payerId }: CreateJobRow, charge: Charge): boolean {
  const reference = charge.reference === null ? null : parseReference(charge.reference);
  return reference?.providerKey === providerKey || charge.payerId === payerId;
}

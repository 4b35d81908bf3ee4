import { fail, ok, type Result } from '../../billing/result.ts';
import { standingCharges } from '../../billing/standing.ts';
import type { CreateJobRow, JobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { locateCharges } from '../send/locate.ts';
import { jobKeys } from './job-keys.ts';
import { ownCharge } from './locating.ts';
import { isOfJob } from './of-job.ts';
import { openQuestion } from './quarantine.ts';
import { settleWatched, type Settlement } from './settle-watched.ts';
import { foundCharge } from './unknown.ts';

/**
 * A person says that the request left no charge: see `settleWatched`. A charge that is there is taken; where
 * there is none the job ends, so that a new sending is possible.
 */
export function settleUnknown(
  ports: EnginePorts,
  id: string,
): Promise<Result<Settlement, FailureView>> {
  return settleWatched(ports, id, { isSettleable, look: (job) => lookForCharge(ports, job) });
}

async function lookForCharge(
  ports: EnginePorts,
  job: CreateJobRow,
): Promise<Result<CreateJobRow | null, FailureView>> {
  const settings = await ports.readSettings();
  const account = settings.accounts.find(({ id }) => id === job.accountId);
  if (!account) return fail({ code: 'no-account' });
  const located = await locateCharges(ports, [account], jobKeys(settings, job), job.invoiceId);
  if (!located.ok) return located;
  const ofJob = located.value.filter((each) => isOfJob(job, each));
  const charge = ownCharge(job, ofJob) ?? standingCharges(ofJob)[0];
  return ok(charge ? await foundCharge(ports, job, charge) : null);
}

function isSettleable(job: JobRow | null | undefined): job is CreateJobRow {
  const isWatched = job?.state === 'blocked' && job.activeKey !== undefined;
  return isWatched && job.kind === 'create' && openQuestion(job.attempts) !== null;
}

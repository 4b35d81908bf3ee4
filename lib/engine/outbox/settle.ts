import { fail, ok, type Result } from '../../billing/result.ts';
import { standingCharges } from '../../billing/standing.ts';
import type { CreateJobRow, JobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { locateCharges } from '../send/locate.ts';
import { jobKeys } from './job-keys.ts';
import { ownCharge } from './locating.ts';
import { isOfJob } from './of-job.ts';
import { lastUnanswered, openQuestion, QUARANTINE } from './quarantine.ts';
import { claim, finish, LostJob, release } from './store.ts';
import { foundCharge } from './unknown.ts';

/** `over`: there was nothing left to settle. */
export type Settlement = 'found' | 'absent' | 'over';

/**
 * A person looked at Asaas and says that the request left no charge. It is looked for once more, now: a
 * charge that is there is taken; where there is none the job ends as cancelled, so that a new sending is
 * possible. Fails, and changes nothing, when Asaas cannot be read or the request may still be carried
 * out (`settle-too-early`, with `minutes`).
 */
export async function settleUnknown(
  ports: EnginePorts,
  id: string,
): Promise<Result<Settlement, FailureView>> {
  if (!isSettleable(await ports.ledger.jobs.get(id))) return ok('over');
  try {
    const job = await claim(ports, id, 'now');
    return isSettleable(job) ? await lookOnceMore(ports, job) : ok('over');
  } catch (reason) {
    // Another look at the same time was quicker, and what it found is on disk.
    if (reason instanceof LostJob) return ok('over');
    throw reason;
  }
}

async function lookOnceMore(
  ports: EnginePorts,
  job: CreateJobRow,
): Promise<Result<Settlement, FailureView>> {
  const settings = await ports.readSettings();
  const account = settings.accounts.find(({ id }) => id === job.accountId);
  if (!account) return refuse(ports, job, { code: 'no-account' });
  const located = await locateCharges(ports, [account], jobKeys(settings, job), job.invoiceId);
  if (!located.ok) return refuse(ports, job, located.error);
  const ofJob = located.value.filter((each) => isOfJob(job, each));
  const charge = ownCharge(job, ofJob) ?? standingCharges(ofJob)[0];
  if (charge) {
    await release(ports, await foundCharge(ports, job, charge), { nextAt: ports.now() });
    return ok('found');
  }
  const early = QUARANTINE - (ports.clock.now() - (lastUnanswered(job.attempts)?.at ?? 0));
  if (early > 0) {
    const params = { minutes: String(Math.ceil(early / 60_000)) };
    return refuse(ports, job, { code: 'settle-too-early', params });
  }
  const end = { state: 'cancelled', failure: null, reasons: [] } as const;
  await finish(ports, job, end, { action: 'job.settled', detail: {} });
  return ok('absent');
}

async function refuse(
  ports: EnginePorts,
  job: CreateJobRow,
  failure: FailureView,
): Promise<Result<never, FailureView>> {
  await release(ports, job, {});
  return fail(failure);
}

function isSettleable(job: JobRow | null | undefined): job is CreateJobRow {
  const isWatched = job?.state === 'blocked' && job.activeKey !== undefined;
  return isWatched && job.kind === 'create' && openQuestion(job.attempts) !== null;
}

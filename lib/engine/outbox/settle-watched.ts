import { fail, ok, type Result } from '../../billing/result.ts';
import type { JobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { lastUnanswered, QUARANTINE } from './quarantine.ts';
import { claim, finish, LostJob, release } from './store.ts';

/** `over`: there was nothing left to settle. */
export type Settlement = 'found' | 'absent' | 'over';

/** One kind of job whose request nobody knows the outcome of. */
interface Watched<J extends JobRow> {
  readonly isSettleable: (job: JobRow | null | undefined) => job is J;
  /** Looks at Asaas once: the job with what was found noted on it; null: there is nothing to be found. */
  readonly look: (job: J) => Promise<Result<J | null, FailureView>>;
}

/**
 * A person looked at Asaas and says that the request did nothing. It is looked for once more, now: where it
 * is not found the job ends as cancelled. Fails, and changes nothing, when Asaas cannot be read or the
 * request may still be carried out (`settle-too-early`, with `minutes`).
 */
export async function settleWatched<J extends JobRow>(
  ports: EnginePorts,
  id: string,
  { isSettleable, look }: Watched<J>,
): Promise<Result<Settlement, FailureView>> {
  if (!isSettleable(await ports.ledger.jobs.get(id))) return ok('over');
  try {
    const job = await claim(ports, id, 'now');
    return isSettleable(job) ? await settle(ports, job, await look(job)) : ok('over');
  } catch (reason) {
    // Another look at the same time was quicker, and what it found is on disk.
    if (reason instanceof LostJob) return ok('over');
    throw reason;
  }
}

async function settle(
  ports: EnginePorts,
  job: JobRow,
  seen: Result<JobRow | null, FailureView>,
): Promise<Result<Settlement, FailureView>> {
  if (!seen.ok) return refuse(ports, job, seen.error);
  if (seen.value) {
    await release<JobRow>(ports, seen.value, { nextAt: ports.now() });
    return ok('found');
  }
  const early = QUARANTINE - (ports.clock.now() - (lastUnanswered(job.attempts)?.at ?? 0));
  if (early > 0) {
    const params = { minutes: String(Math.ceil(early / 60_000)) };
    return refuse(ports, job, { code: 'settle-too-early', params });
  }
  const end = { state: 'cancelled', failure: null, reasons: [] } as const;
  await finish<JobRow>(ports, job, end, { action: 'job.settled', detail: {} });
  return ok('absent');
}

async function refuse(
  ports: EnginePorts,
  job: JobRow,
  failure: FailureView,
): Promise<Result<never, FailureView>> {
  await release<JobRow>(ports, job, {});
  return fail(failure);
}

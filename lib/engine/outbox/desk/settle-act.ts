import { fail, ok, type Result } from '../../../billing/result.ts';
import type { ActJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { EnginePorts } from '../../ports.ts';
import { lastUnanswered, QUARANTINE, watchedRequest } from '../quarantine.ts';
import { claim, finish, LostJob, release } from '../store.ts';
import { lookFor } from './act-watch.ts';

/** `over`: there was nothing left to settle. */
export type ActSettlement = 'found' | 'absent' | 'over';

/**
 * A person looked at Asaas and says that the request did nothing. It is looked for once more, now: where it
 * is not found the job ends as cancelled, so that the act may be asked for again. Fails, and changes nothing,
 * when Asaas cannot be read or the request may still be carried out (`settle-too-early`, with `minutes`).
 */
export async function settleAct(
  ports: EnginePorts,
  id: string,
): Promise<Result<ActSettlement, FailureView>> {
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
  job: ActJobRow,
): Promise<Result<ActSettlement, FailureView>> {
  const seen = await lookFor(ports, job);
  if (seen !== 'absent' && 'failure' in seen) return refuse(ports, job, seen.failure);
  if (seen !== 'absent') {
    await release<ActJobRow>(ports, await seen.found(), { nextAt: ports.now() });
    return ok('found');
  }
  const early = QUARANTINE - (ports.clock.now() - (lastUnanswered(job.attempts)?.at ?? 0));
  if (early > 0) {
    const params = { minutes: String(Math.ceil(early / 60_000)) };
    return refuse(ports, job, { code: 'settle-too-early', params });
  }
  const end = { state: 'cancelled', failure: null, reasons: [] } as const;
  await finish<ActJobRow>(ports, job, end, { action: 'job.settled', detail: {} });
  return ok('absent');
}

async function refuse(
  ports: EnginePorts,
  job: ActJobRow,
  failure: FailureView,
): Promise<Result<never, FailureView>> {
  await release<ActJobRow>(ports, job, {});
  return fail(failure);
}

function isSettleable(job: JobRow | null | undefined): job is ActJobRow {
  const isWatched = job?.state === 'blocked' && job.activeKey !== undefined;
  return isWatched && job.kind === 'act' && watchedRequest(job) !== null;
}

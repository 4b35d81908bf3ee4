import { isAmbiguous } from '../../asaas/errors.ts';
import type { AsaasFailure } from '../../asaas/client.types.ts';
import type { Attempt, JobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { asaasFailureView } from '../setup/failures.ts';
import { giveUp, isHopeless } from './give-up.ts';
import { openQuestion } from './quarantine.ts';
import { backoff, continuation, pauseAfter, SEARCH_GAP, together, WATCH_GAP } from './schedule.ts';
import { blockWith, keepWatching } from './stopping.ts';
import { advance, release } from './store.ts';

/** The attempts with the outcome of the last one settled. */
export function settled(
  attempts: readonly Attempt[],
  outcome: Attempt['outcome'],
): readonly Attempt[] {
  const last = attempts.at(-1);
  return last ? [...attempts.slice(0, -1), { ...last, outcome }] : attempts;
}

/** The attempts of a job whose worker died or whose answer never came: the last one stays a question. */
export function withoutAnswer(attempts: readonly Attempt[]): readonly Attempt[] {
  return attempts.at(-1)?.outcome === 'open' ? settled(attempts, 'ambiguous') : attempts;
}

/** A request that is about to leave, as the job says it before. `code` marks the charges it makes. */
export function intentOf(
  ports: EnginePorts,
  { accountId, environment, attempts }: JobRow,
  request: Attempt['request'],
  code = '',
): Pick<JobRow, 'state' | 'attempts'> {
  const attempt: Attempt = {
    code,
    request,
    installationId: ports.installationId,
    accountId,
    environment,
    at: ports.clock.now(),
    outcome: 'open',
  };
  return { state: 'intent', attempts: [...attempts, attempt] };
}

/**
 * A reading failed: nothing was changed by it. A job with an open question goes on asking; another one
 * waits, or stops when only a person can help.
 */
export async function postpone(
  ports: EnginePorts,
  job: JobRow,
  failure: FailureView,
): Promise<null> {
  const how = continuation(failure);
  const after = (least: number): number | null =>
    how === 'at-unlock' ? null : ports.now() + pauseAfter(failure, least);
  // Stopped for a person: a failing look changes neither that nor what the person was told.
  if (job.state === 'blocked') return keepWatching(ports, job, pauseAfter(failure, WATCH_GAP));
  if (isHopeless(ports, job)) return giveUp(ports, job);
  // Only a creation must not be repeated: a change or a deletion is looked at and asked again.
  if (job.kind === 'create' && openQuestion(job.attempts)) {
    return release(ports, job, {
      state: 'unknown',
      failure,
      nextAt: after(SEARCH_GAP),
      tries: job.tries + 1,
    });
  }
  const nextAt = after(backoff(job.tries));
  if (job.chargeId !== null) {
    // All whose look failed look again at one moment, so that they may share it.
    const again = job.state === 'verified' && nextAt !== null ? together(nextAt) : nextAt;
    return release(ports, job, { failure, nextAt: again, tries: job.tries + 1 });
  }
  if (how === 'person') return blockWith(ports, job, failure);
  return release(ports, job, { state: 'waiting', failure, nextAt, tries: job.tries + 1 });
}

/**
 * A request that may be asked again once it was looked whether it was carried out (PUT, DELETE) failed:
 * the look comes after a while, so that a server in trouble is not asked in a circle.
 */
export function repeatableFailed(
  ports: EnginePorts,
  job: JobRow,
  error: AsaasFailure,
): Promise<JobRow | null> {
  if (!isAmbiguous(error)) return requestFailed(ports, job, error);
  return release(ports, job, {
    state: 'unknown',
    attempts: settled(job.attempts, 'ambiguous'),
    failure: asaasFailureView(error),
    nextAt: ports.now() + backoff(job.tries),
    tries: job.tries + 1,
  });
}

/** A request that changes something failed: either it certainly did nothing, or nobody knows. */
export async function requestFailed(
  ports: EnginePorts,
  job: JobRow,
  error: AsaasFailure,
): Promise<JobRow | null> {
  const failure = asaasFailureView(error);
  if (isAmbiguous(error)) {
    return advance(
      ports,
      job,
      {
        state: 'unknown',
        attempts: settled(job.attempts, 'ambiguous'),
        absentLocates: [],
        failure,
        nextAt: ports.now(),
      },
      { action: 'job.unknown', detail: { failure: failure.code } },
    );
  }
  if (error.kind === 'rate-limited') {
    const nextAt = ports.now() + pauseAfter(failure, backoff(job.tries));
    return release(ports, job, {
      attempts: settled(job.attempts, 'put-off'),
      state: 'waiting',
      failure,
      nextAt,
      tries: job.tries + 1,
    });
  }
  const attempts = settled(job.attempts, 'refused');
  return blockWith(ports, await advance(ports, job, { attempts }), failure);
}

import type { BlockReason } from '../../billing/send-plan.types.ts';
import type { JobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AuditLine } from '../audit/append.ts';
import type { EnginePorts } from '../ports.ts';
import { isAboutPayer } from './about-payer.ts';
import { giveUp } from './give-up.ts';
import { unanswered, WATCH, watchedRequest } from './quarantine.ts';
import { WATCH_GAP, watchGap } from './schedule.ts';
import { finish, release } from './store.ts';
import { whereToLook } from './where-to-look.ts';

/** Stops with reasons that a person can act on; another confirmation makes another job. */
export function block(
  ports: EnginePorts,
  job: JobRow,
  reasons: readonly BlockReason[],
): Promise<null> {
  const detail = { reasons: reasons.map(({ code }) => code).join(',') };
  return stop(ports, job, { reasons, failure: null }, detail);
}

/** Ends a deletion that nothing was asked for: the charge stays. */
export function callOff(ports: EnginePorts, job: JobRow): Promise<null> {
  return finish(ports, job, { state: 'cancelled' }, { action: 'job.cancelled', detail: {} });
}

/** Stops with a failure that a person can act on. */
export function blockWith(ports: EnginePorts, job: JobRow, failure: FailureView): Promise<null> {
  const told = unanswered(job) ? whileUnknown(job, failure) : failure;
  return stop(ports, job, { failure: told }, { failure: told.code });
}

/**
 * A job that once asked for a charge, or for what must not be done twice, and never heard what became of it
 * goes on being watched, and stands in the way of another one: what it asked for may still turn up.
 */
function stop(
  ports: EnginePorts,
  job: JobRow,
  why: Pick<Partial<JobRow>, 'reasons' | 'failure'>,
  detail: AuditLine['detail'],
): Promise<null> {
  const line = { action: 'job.blocked', detail } as const;
  if (watchedRequest(job)) {
    const nextAt = ports.now() + WATCH_GAP;
    return release(ports, job, { ...why, state: 'blocked', nextAt }, line);
  }
  return finish(ports, job, { ...why, state: 'blocked' }, line);
}

/**
 * A person was asked to look. The search goes on for two days after the request; then a new confirmation
 * is allowed.
 */
export function keepWatching(
  ports: EnginePorts,
  job: JobRow,
  atLeast: number = WATCH_GAP,
): Promise<null> {
  const age = ports.clock.now() - (watchedRequest(job)?.at ?? job.createdAt);
  if (age >= WATCH) return giveUp(ports, job);
  return release(ports, job, { nextAt: ports.now() + Math.max(atLeast, watchGap(age)) });
}

/** These say that nothing was sent or charged; of an earlier request of the same job nobody knows that. */
function whileUnknown(job: JobRow, failure: FailureView): FailureView {
  if (isAboutPayer(job)) return { code: whereToLook(job) };
  switch (failure.code) {
    case 'changed-since-confirmation':
      return { ...failure, code: 'changed-while-unknown' };
    case 'asaas-rejected':
      return { ...failure, code: 'repeat-refused' };
    case 'typed-expired':
    case 'override-expired':
    case 'override-not-allowed':
    case 'overtaken':
      return { code: 'check-in-asaas' };
    default:
      return failure;
  }
}

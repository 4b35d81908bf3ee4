import type { NoticesRunJobRow } from '../../../ledger/notice-rows.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { EnginePorts } from '../../ports.ts';
import { unanswered } from '../quarantine.ts';
import { backoff, continuation, pauseAfter } from '../schedule.ts';
import { release } from '../store.ts';

/** What only a person can mend is tried again by itself now and then: nothing of a standardisation is lost. ms. */
const FOR_A_PERSON = 60 * 60_000;

/** Lets go of a standardisation until what stands in its way has passed. It never stops for good. */
export function waitOn(
  ports: EnginePorts,
  job: NoticesRunJobRow,
  failure: FailureView,
  change: Partial<NoticesRunJobRow> = {},
): Promise<null> {
  const state = unanswered({ ...job, ...change }) ? 'unknown' : 'waiting';
  const nextAt = nextTry(ports, job, failure);
  const tries = job.tries + 1;
  return release<NoticesRunJobRow>(ports, job, { ...change, state, failure, nextAt, tries });
}

function nextTry(ports: EnginePorts, job: NoticesRunJobRow, failure: FailureView): number | null {
  const how = continuation(failure);
  if (how === 'at-unlock') return null;
  const least = how === 'person' ? FOR_A_PERSON : backoff(job.tries);
  return ports.now() + pauseAfter(failure, least);
}

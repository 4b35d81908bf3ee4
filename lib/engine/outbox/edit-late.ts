import type { EditJobRow } from '../../ledger/desk-rows.ts';
import type { Attempt, JobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { didNothing, MIN_GAP, QUARANTINE } from './quarantine.ts';
import { release } from './store.ts';

type Clocks = Pick<EnginePorts, 'clock' | 'now'>;

/**
 * When the last of these requests may no longer be carried out late, ms since the epoch; null: none may.
 * What it asked for would then come over whatever the charge was given in the meantime.
 */
function lateUntil({ clock, now }: Clocks, attempts: readonly Attempt[]): number | null {
  const left = attempts
    .filter(({ outcome }) => outcome === 'open' || outcome === 'ambiguous')
    .map(({ at }) => at + QUARANTINE - clock.now());
  const longest = Math.max(0, ...left);
  return longest > 0 ? now() + longest + MIN_GAP : null;
}

/** A change that was made, by one request of several: whether another of them may still come after it. */
export function mayRepeatLate(ports: Clocks, { attempts }: EditJobRow): number | null {
  const made = attempts.filter((each) => !didNothing(each));
  return made.length > 1 ? lateUntil(ports, made) : null;
}

/**
 * Ends a change as `end` has it, once no request of it may be carried out late. Until then it holds the
 * invoice, so that nothing is asked for that would be undone, and is looked at again.
 */
export function endUnlessLate(
  ports: EnginePorts,
  job: EditJobRow,
  end: () => Promise<JobRow | null>,
): Promise<JobRow | null> {
  const nextAt = lateUntil(ports, job.attempts);
  return nextAt === null
    ? end()
    : release<EditJobRow>(ports, job, { state: 'unknown', failure: null, nextAt, tries: 0 });
}

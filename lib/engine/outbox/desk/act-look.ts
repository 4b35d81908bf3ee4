import type { ActJobRow } from '../../../ledger/desk-rows.ts';
import type { EnginePorts } from '../../ports.ts';
import { afterAbsent, unanswered, withAbsent } from '../quarantine.ts';
import { SEARCH_GAP } from '../schedule.ts';
import { release } from '../store.ts';

/**
 * What a look that found nothing done allows. A deletion may always be asked for, after a look; a POST once
 * more, after its quarantine; money is never given back a second time by itself.
 */
export function lookOf({ clock }: EnginePorts, job: ActJobRow): ReturnType<typeof afterAbsent> {
  const question = job.act.kind === 'cancel' ? null : unanswered(job);
  if (question === null) return 'repeat';
  const absent = withAbsent(job.absentLocates, clock.now());
  const verdict = afterAbsent(job.attempts, absent, question);
  return verdict === 'repeat' && job.act.kind === 'refund' ? 'ask-person' : verdict;
}

/** Counts the look that found nothing, and looks again after a minute. */
export function keepLooking(ports: EnginePorts, job: ActJobRow): Promise<null> {
  const absentLocates = withAbsent(job.absentLocates, ports.clock.now());
  const nextAt = ports.now() + SEARCH_GAP;
  return release<ActJobRow>(ports, job, { state: 'unknown', absentLocates, nextAt, tries: 0 });
}

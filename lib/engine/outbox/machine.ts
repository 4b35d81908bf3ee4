/**
 * The outbox's state machine. One step is one transition; every state is on disk before the next
 * step's effects start, so the worker may die between any two lines of it.
 *
 *   queued ─▶ locating ─▶ intent ─▶ created ─▶ verified ─▶ done
 *     ▲          │  ▲        │ no answer, 5xx, death
 *     │          ▼  │        ▼
 *     │       waiting     unknown ──found──▶ created
 *     │  (backoff, lock)     │
 *     └──── quarantine over ─┤ (second request, once)
 *                            └──▶ blocked and watched: a person checks at Asaas ─▶ cancelled
 *   any reading that forbids it ─▶ blocked      before any request ─▶ cancelled
 *
 * Guarantees
 * - a charge is requested only from `intent`, and `intent` is written before the request leaves;
 * - a request of unknown outcome is never repeated before it was searched for in vain three times at
 *   least a minute apart, the last time ten minutes or more after it, on Asaas's clock; and once only;
 * - `blocked` never leads back to a request: a job that stopped for a person may only find its charge;
 * - a charge that replaces others is requested only once each of them was read as deleted, and none of
 *   them is deleted unless the new one could be requested as confirmed;
 * - one active job per reference, by a unique index; one holder per job, by a lease written with the
 *   state; a writer that lost either of them stops without effect;
 * - what is asked for is planned anew from fresh readings and must equal what the operator confirmed.
 */
import type { JobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { stepChange } from './change-job.ts';
import { stepCounter } from './counter-walk.ts';
import { stepDelete } from './delete-job.ts';
import { locateAndSend } from './locating.ts';
import { stepReplace } from './replace-job.ts';
import { settled } from './outcome.ts';
import { advance, claim, LostJob } from './store.ts';
import { searchForOutcome } from './unknown.ts';
import { verify } from './verify.ts';

/** Runs the job as far as it goes now. Never throws: a lost job belongs to someone else. */
export async function runJob(ports: EnginePorts, id: string): Promise<void> {
  try {
    let job = await claim(ports, id);
    while (job) job = await step(ports, job);
  } catch (reason) {
    if (!(reason instanceof LostJob)) throw reason;
  }
}

async function step(ports: EnginePorts, job: JobRow): Promise<JobRow | null> {
  if (job.kind === 'delete') {
    return job.replacedBy === undefined ? stepDelete(ports, job) : stepReplace(ports, job);
  }
  if (job.kind === 'change') return stepChange(ports, job);
  if (job.kind === 'counter') return stepCounter(ports, job);
  switch (job.state) {
    case 'queued':
    case 'waiting':
      return advance(ports, job, { state: 'locating' });
    case 'locating':
      return locateAndSend(ports, job);
    case 'intent':
      return afterDeath(ports, job);
    case 'unknown':
    case 'blocked':
      return searchForOutcome(ports, job);
    case 'created':
    case 'verified':
      return verify(ports, job);
    case 'done':
    case 'cancelled':
      return null;
  }
}

/** The worker died between writing the intent and writing the answer: nobody knows what happened. */
function afterDeath(ports: EnginePorts, job: JobRow): Promise<JobRow> {
  if (job.attempts.at(-1)?.outcome !== 'open') return advance(ports, job, { state: 'locating' });
  return advance(
    ports,
    job,
    { state: 'unknown', attempts: settled(job.attempts, 'ambiguous'), absentLocates: [] },
    { action: 'job.unknown', detail: { failure: 'worker-died' } },
  );
}

/**
 * The outbox's state machine. One step is one transition; every state is on disk before the next
 * step's effects start, so the worker may die between any two lines of it.
 *
 * create: the charge of an invoice (POST)
 *
 *   queued ─▶ locating ─▶ intent ─▶ created ─▶ verified ─▶ done
 *     ▲          │  ▲        │ no answer, 5xx, death  ▲      │ a sweep sees another charge,
 *     │          ▼  │        ▼                        │      │ carried out late
 *     │       waiting     unknown ──found──▶ created  └──────┘
 *     │  (backoff, lock,     │
 *     │   pause)             │
 *     └──── quarantine over ─┤ (second request, once)
 *                            └──▶ blocked and watched: a person checks at Asaas ─▶ cancelled
 *   any reading that forbids it ─▶ blocked      before any request ─▶ cancelled
 *   called off later: nothing more is asked for ─▶ found ─▶ deleted by a job of its own ─▶ cancelled
 *                                               ─▶ opened or paid ─▶ blocked   ─▶ never found ─▶ cancelled
 *
 * change, edit, adopt, delete (PUT, DELETE): one charge brought up to date, given our reference or rid of it,
 * given another due date, method or terms as agreed with its payer, or taken back
 *
 *   queued ─▶ locating ─▶ intent ─▶ created ─▶ locating / confirmed by a GET ─▶ done
 *                ▲           │ no answer, 5xx, death
 *                └─ unknown ◀┘   (the GET decides: done, or asked for again)
 *
 * counter: what the counter did in IXC (close by POST, lower by PUT, cancel by DELETE)
 *
 *   queued ─▶ locating ─▶ intent ─▶ created ─▶ confirmed by a GET ─▶ done
 *                │  ▲        │ no answer, 5xx, death
 *                │  └ unknown┘   PUT and DELETE: the GET decides. POST: the quarantine of a creation,
 *                │               and after a second one without an answer ─▶ blocked, for a person
 *                ├─▶ cancelled   it no longer follows from both sides (`overtaken`), and what follows
 *                │               now is another job; or the payer paid meanwhile, and a person is told
 *                └─▶ waiting     an operator's job on the invoice is not over
 *
 * act: what a person asked of a charge that is there (cancel by DELETE; restore, undo a receipt in cash,
 * give money back by POST), each confirmed in a window of the extension's own
 *
 *   queued ─▶ locating ─▶ intent ─▶ created ─▶ confirmed by Asaas's own word ─▶ done
 *                │  ▲        │ no answer, 5xx, death     └ a refund under way, a charge restored ─▶ verified
 *                │  └ unknown┘   DELETE: the GET decides. POST: the quarantine of a creation; a refund is never
 *                │               asked for again, but found by its code or left to a person, and watched
 *                └─▶ blocked     Asaas would refuse it, or something is not as it was confirmed
 *
 * notices: what Asaas tells one payer, or (`notices-run`, see there) all of ours, a payer at a time (PUT)
 *
 *   queued ─▶ locating ─▶ intent ─▶ locating (the GET decides: done, or asked for again, three times at most)
 *
 * payer: what IXC has of a customer given to its payer at Asaas, blanks and what a person chose (PUT)
 *
 *   queued ─▶ locating ─▶ intent ─▶ created ─▶ confirmed by a GET ─▶ done   (no answer ─▶ unknown ─▶ locating)
 *
 * message: IXC's own free message, asked for at most once by whoever holds its text
 *
 *   intent ─▶ done, or blocked (refused; no answer or death ─▶ blocked, for a person to look in IXC)
 *
 * Guarantees
 * - nothing is asked of Asaas but from `intent`, and `intent` is on disk before the request leaves;
 * - a POST of unknown outcome is never repeated before it was looked for in vain three times at least
 *   a minute apart, the last time ten minutes or more after it, on Asaas's clock; and once only. PUT
 *   and DELETE are repeated only after a GET that says they were not carried out;
 * - `blocked` never leads back to a request: a job that stopped for a person may only find its charge,
 *   and what a person has tried again is another job, for the same confirmation or none;
 * - a charge that replaces others is requested only once each of them was read as deleted, and none of
 *   them is deleted unless the new one could be requested as confirmed;
 * - one active job per reference, one per charge that is deleted, one per charge that the counter
 *   touched, one per charge that a person acts on, by a unique index; the counter's gives way to an
 *   operator's, and a charge is restored under the key under which one is created. One holder per job, by a
 *   lease written with the state; a writer that lost either of them stops without effect;
 * - what an operator asked for is planned anew from fresh readings and must equal what was confirmed;
 *   what the counter did is read anew on both sides and must still lead to the same step;
 * - a creation is verified at once, after one and after ten minutes, and again whenever a sweep of
 *   created charges, which read two days back, finds two of its charges. An installation takes back
 *   only what its own attempt code marks, unpaid and unopened;
 * - while everything is paused no intent is written. What was asked for goes on being looked for.
 */
import type { CreateJobRow, JobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { forPurpose } from '../quota/for-purpose.ts';
import { stepChange } from './change-job.ts';
import { stepCounter } from './counter-walk.ts';
import { stepDelete } from './delete-job.ts';
import { endOrphan } from '../desk/message/send-by-ixc.ts';
import { stepAct } from './desk/act-walk.ts';
import { stepAdopt } from './desk/adopt-walk.ts';
import { locateAndSend } from './locating.ts';
import { stepEdit } from './edit-job.ts';
import { stepReplace } from './replace-job.ts';
import { schemeForNewPayer } from './notices/enqueue-notices.ts';
import { stepNotices } from './notices/notices-job.ts';
import { stepNoticesRun } from './notices/run-job.ts';
import { stepPayer } from './payer/payer-job.ts';
import { forgetTyped } from './payer/spent-override.ts';
import { settled } from './outcome.ts';
import { advance, claim, LostJob } from './store.ts';
import { searchForOutcome } from './unknown.ts';
import { verify } from './verify.ts';
import { withdraw } from './withdraw.ts';

/** Runs the job as far as it goes now. Never throws: a lost job belongs to someone else. */
export async function runJob(shared: EnginePorts, id: string): Promise<void> {
  try {
    let job = await claim(shared, id);
    const ports = forPurpose(shared, job && isAwaited(job, shared.now()) ? 'person' : 'job');
    while (job) job = await step(ports, job);
  } catch (reason) {
    if (!(reason instanceof LostJob)) throw reason;
  }
}

/** Whoever confirmed it still looks at the drawer. ms. */
const AWAITED = 60_000;

/** What a standardisation asks would otherwise go before the charges that are being sent, for hours. */
const IN_BACKGROUND: ReadonlySet<JobRow['kind']> = new Set(['delete', 'adopt', 'notices-run']);

function isAwaited(job: JobRow, now: number): boolean {
  const { kind, createdAt } = job;
  const isAsked = kind === 'counter' ? job.asked === true : !IN_BACKGROUND.has(kind);
  return isAsked && Math.abs(now - createdAt) < AWAITED;
}

async function step(ports: EnginePorts, job: JobRow): Promise<JobRow | null> {
  if (job.kind === 'delete') {
    return job.replacedBy === undefined ? stepDelete(ports, job) : stepReplace(ports, job);
  }
  if (job.kind === 'change') return stepChange(ports, job);
  if (job.kind === 'counter') return stepCounter(ports, job);
  if (job.kind === 'act') return stepAct(ports, job);
  if (job.kind === 'edit') return stepEdit(ports, job);
  if (job.kind === 'adopt') return stepAdopt(ports, job);
  if (job.kind === 'message') return endOrphan(ports, job);
  if (job.kind === 'payer') return stepPayer(ports, job);
  if (job.kind === 'notices') return stepNotices(ports, job);
  if (job.kind === 'notices-run') return stepNoticesRun(ports, job);
  const isWatched = job.state === 'blocked' && job.activeKey !== undefined;
  if (job.cancelAskedAt !== undefined && !isWatched) return withdraw(ports, job);
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
      // Once more, in case the worker died just after the payer was made.
      await schemeForNewPayer(ports, job);
      await forgetWhatWasTyped(ports, job);
      return verify(ports, job);
    case 'verified':
      return verify(ports, job);
    case 'done':
    case 'cancelled':
      return null;
  }
}

/** It was typed for this one sending, which has its charge. */
async function forgetWhatWasTyped(ports: EnginePorts, job: CreateJobRow): Promise<void> {
  const { payerOverride } = job.choices;
  if (payerOverride !== undefined) await forgetTyped(ports, job, payerOverride.id);
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

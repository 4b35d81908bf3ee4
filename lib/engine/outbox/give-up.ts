import type { JobRow } from '../../ledger/rows.ts';
import { appendAudit } from '../audit/append.ts';
import type { EnginePorts } from '../ports.ts';
import { openQuestion, unanswered, WATCH } from './quarantine.ts';
import { activeJobs, finish } from './store.ts';
import { whereToLook } from './where-to-look.ts';

/** Failures in a row before a job may be given up: a computer that was off for days is not enough. */
const MIN_TRIES = 10;

/** What a job is left as that was given up; the audit line `job.given-up` goes with it. */
export type GivenUp = Pick<JobRow, 'state' | 'reasons' | 'failure'>;

const SEVERAL: GivenUp = { state: 'blocked', reasons: [{ code: 'several-live' }], failure: null };
const OVERTAKEN: GivenUp = { state: 'cancelled', reasons: [], failure: { code: 'overtaken' } };
const UNSEEN: GivenUp = { state: 'blocked', reasons: [], failure: { code: 'check-in-asaas' } };
const ENDED: GivenUp = { state: 'cancelled', reasons: [], failure: null };
const UNVERIFIED: GivenUp = {
  state: 'done',
  reasons: [],
  failure: { code: 'verification-given-up' },
};

/**
 * How a job ends that has nothing left to ask of Asaas but a look: its charge is known, or the one that
 * it was to delete stays. Null while a request of it may still leave, or has an outcome nobody knows.
 */
export function unfinishedEnd(job: JobRow): GivenUp | null {
  if (job.kind === 'delete') {
    // The creation that waits for it would still send something.
    if (job.replacedBy !== undefined) return null;
    return unanswered(job) ? null : SEVERAL;
  }
  // What the counter did is read in IXC again, and whatever must follow then is another job.
  if (job.kind === 'counter') return unanswered(job) ? null : OVERTAKEN;
  // What IXC has then is compared anew, and no money waits for it.
  if (job.kind === 'payer') return unanswered(job) ? null : OVERTAKEN;
  // Between two payers nothing is open: without its account or panel it ends where it is.
  if (job.kind === 'notices-run') return unanswered(job) ? null : ENDED;
  // Whatever was not asked for yet still would be.
  if (job.kind === 'act' && (unanswered(job) || job.state === 'blocked')) return null;
  // Money that is to go back is never called returned before Asaas says so.
  if (job.kind === 'act' && job.act.kind === 'refund' && job.chargeId !== null) return UNSEEN;
  // What it made is still to be deleted.
  if (job.cancelAskedAt !== undefined) return null;
  const looksOnly = job.state === 'created' || job.state === 'verified';
  return looksOnly && job.chargeId !== null && !openQuestion(job.attempts) ? UNVERIFIED : null;
}

/** Something was asked of Asaas two days ago, and nothing has been readable since. */
export function isHopeless(ports: Pick<EnginePorts, 'clock'>, job: JobRow): boolean {
  const { kind, attempts, chargeId, tries } = job;
  const awaits = chargeId !== null || unanswered(job) !== null;
  if (kind === 'delete' || !awaits || tries < MIN_TRIES) return false;
  return ports.clock.now() - (attempts.at(-1)?.at ?? job.createdAt) >= WATCH;
}

/** Ends the job, audited: what became of its request is for a person to look up. */
export function giveUp(ports: EnginePorts, job: JobRow): Promise<null> {
  const { reasons, chargeId } = job;
  const end = unfinishedEnd(job) ?? {
    state: 'blocked',
    reasons,
    failure: { code: whereToLook(job) },
  };
  const detail = { charge: chargeId ?? '' };
  return finish(ports, job, end, { action: 'job.given-up', detail });
}

/**
 * Ends, audited, every job of an account that only waits for a look at a charge that is known: without
 * the account's key nobody will look. True when a job of the account is left, which may still send
 * something, or whose request may still turn up: then the account must stay.
 */
export async function giveUpJobs(
  ports: Pick<EnginePorts, 'ledger' | 'now' | 'installationId' | 'events'>,
  accountId: string,
): Promise<boolean> {
  const { ledger } = ports;
  const ended: JobRow[] = [];
  const isHeld = await ledger.transaction('rw', ledger.jobs, ledger.audit, async () => {
    const jobs = (await activeJobs(ports)).filter((job) => job.accountId === accountId);
    for (const job of jobs) {
      const end = unfinishedEnd(job);
      if (!end) continue;
      // Whoever still holds it meets another revision, and stops before its next request.
      const { activeKey: _over, ...rest } = { ...job, ...end, revision: job.revision + 1 };
      await ledger.jobs.put({ ...rest, lease: null, nextAt: null });
      const charge = 'targetId' in job ? job.targetId : (job.chargeId ?? '');
      await appendAudit(ports, { action: 'job.given-up', job, detail: { charge } });
      ended.push(job);
    }
    return ended.length < jobs.length;
  });
  for (const job of ended) ports.events.changed(job);
  return isHeld;
}

import { isPaused } from '../../ledger/pause.ts';
import type { AskedJobRow, Attempt, DeleteJobRow, JobRow } from '../../ledger/rows.ts';
import type { JobState } from '../../messages/job-view.ts';
import { appendAudit, type AuditLine } from '../audit/append.ts';
import type { EnginePorts } from '../ports.ts';
import { isNews, mayBeCalledOff } from './called-off.ts';
import { didNothing } from './quarantine.ts';
import { backoff, LEASE, SEARCH_GAP } from './schedule.ts';

/** States in which nothing has been asked of Asaas yet. */
const CANCELLABLE: ReadonlySet<JobState> = new Set(['queued', 'locating', 'waiting']);

/** Somebody else wrote the job since it was read. Whoever sees this stops at once and changes nothing. */
export class LostJob extends Error {}

/**
 * Takes the job for this worker; null when it is over, held by another living worker, or not due unless
 * a person asks for it now.
 */
export async function claim(
  ports: EnginePorts,
  id: string,
  when: 'due' | 'now' = 'due',
): Promise<JobRow | null> {
  const { ledger } = ports;
  return ledger.transaction('rw', ledger.jobs, async () => {
    const job = await ledger.jobs.get(id);
    if (!job?.activeKey || (when === 'due' && !isDue(job, ports.now()))) return null;
    if (isHeldElsewhere(ports, job)) return null;
    return write(ports, job, {});
  });
}

/**
 * Writes the next state, its audit line and the renewed lease in one transaction, provided that this
 * worker still holds the job as it read it. Throws `LostJob` otherwise.
 */
export async function advance<J extends JobRow>(
  ports: EnginePorts,
  job: J,
  change: Partial<J>,
  line?: Omit<AuditLine, 'job'>,
): Promise<J> {
  const { ledger } = ports;
  const next = await ledger.transaction('rw', ledger.jobs, ledger.audit, () =>
    writeHeld(ports, job, change, line),
  );
  ports.events.changed(job);
  return next;
}

/**
 * The same for the intent of a request, which is written only while nothing is paused and nobody has called
 * the job off: what comes later finds the request under way. Null: it is not to leave, and the job was let go.
 */
export async function intend<J extends JobRow>(
  ports: EnginePorts,
  job: J,
  change: Partial<J>,
  line: Omit<AuditLine, 'job'>,
): Promise<J | null> {
  const { ledger } = ports;
  const { jobs, audit, meta } = ledger;
  const intent = await ledger.transaction('rw', jobs, audit, meta, async () => {
    if ((await jobs.get(job.id))?.cancelAskedAt !== undefined) return 'called-off';
    return (await isPaused(ledger)) ? null : writeHeld(ports, job, change, line);
  });
  if (intent === 'called-off') return release(ports, job, {});
  if (intent !== null) {
    ports.events.changed(job);
    return intent;
  }
  // One with an open question goes on being looked at meanwhile, but not without end.
  const waiting: Partial<JobRow> = { state: 'waiting', nextAt: ports.now() + SEARCH_GAP };
  return release<JobRow>(ports, job, waiting);
}

async function writeHeld<J extends JobRow>(
  ports: EnginePorts,
  job: J,
  change: Partial<J>,
  line: Omit<AuditLine, 'job'> | undefined,
): Promise<J> {
  const current = await ports.ledger.jobs.get(job.id);
  if (current?.revision !== job.revision || current.lease?.owner !== ports.owner)
    throw new LostJob(job.id);
  const asked = current.cancelAskedAt;
  const called = asked === undefined ? {} : { cancelAskedAt: asked };
  // It was called off while the step was under way: that is looked into at once.
  const due = isNews(job, current) ? { nextAt: ports.now() } : {};
  const written = await write(ports, job, { ...change, ...called, ...due });
  if (line) await appendAudit(ports, { ...line, job: written });
  return written;
}

/**
 * Ends the job: it no longer stands in the way of another one for the same reference. One that was called off
 * while its last step was under way is let go instead, to be looked into once more.
 */
export async function finish<J extends JobRow>(
  ports: EnginePorts,
  job: J,
  change: Partial<J> & { readonly state: JobState },
  line: Omit<AuditLine, 'job'>,
): Promise<null> {
  const { ledger } = ports;
  await ledger.transaction('rw', ledger.jobs, ledger.audit, async () => {
    const current = await ledger.jobs.get(job.id);
    if (current?.revision !== job.revision || current.lease?.owner !== ports.owner)
      throw new LostJob(job.id);
    const over = { ...job, ...change, revision: job.revision + 1, lease: null };
    if (isNews(job, current)) {
      const { state, reasons, failure } = job;
      const { cancelAskedAt } = current;
      const asBefore = { ...over, state, reasons, failure, cancelAskedAt };
      await ledger.jobs.put({ ...asBefore, nextAt: ports.now() });
      return;
    }
    const { activeKey: _over, ...rest } = { ...over, nextAt: null };
    await ledger.jobs.put(rest);
    await appendAudit(ports, { ...line, job });
  });
  ports.events.changed(job);
  return null;
}

/** Lets go of the job until `nextAt` (null: until something wakes it). */
export async function release<J extends JobRow>(
  ports: EnginePorts,
  job: J,
  change: Partial<J>,
  line?: Omit<AuditLine, 'job'>,
): Promise<null> {
  const held = await advance(ports, job, change, line);
  const { ledger } = ports;
  await ledger.transaction('rw', ledger.jobs, async () => {
    const current = await ledger.jobs.get(job.id);
    if (current?.revision === held.revision) await ledger.jobs.put({ ...current, lease: null });
  });
  return null;
}

/**
 * Compare-and-set: a job that has asked nothing of Asaas is over at once. Of a creation that may have made
 * its charge the wish is kept on the job (`asked`): nothing more is asked for, and the charge is deleted
 * once it is found. Asking twice is asking once.
 */
export async function cancel(
  ports: EnginePorts,
  id: string,
): Promise<'cancelled' | 'asked' | 'too-late'> {
  const { ledger } = ports;
  const outcome = await ledger.transaction('rw', ledger.jobs, ledger.audit, async () => {
    const job = await ledger.jobs.get(id);
    if (!job) return null;
    if (job.cancelAskedAt !== undefined && job.activeKey !== undefined) return 'asked';
    const ofIt = await ownDeletions(ports, job);
    if (![job, ...ofIt].every(isCancellable)) {
      if (!mayBeCalledOff(job)) return null;
      const isHeld = job.lease !== null && job.lease.until > ports.now();
      // No new revision: whoever waits for the answer to a request must still be able to write it down.
      await ledger.jobs.put({
        ...job,
        cancelAskedAt: ports.now(),
        ...(isHeld ? {} : { nextAt: ports.now() }),
      });
      await appendAudit(ports, { action: 'job.cancel-asked', job, detail: { state: job.state } });
      return 'asked';
    }
    for (const one of [job, ...ofIt]) {
      const { activeKey: _over, ...rest } = one;
      await ledger.jobs.put({
        ...rest,
        state: 'cancelled',
        failure: null,
        revision: one.revision + 1,
        lease: null,
        nextAt: null,
      });
      await appendAudit(ports, { action: 'job.cancelled', job: one, detail: {} });
    }
    return job;
  });
  if (!outcome) return 'too-late';
  if (outcome !== 'asked') {
    ports.events.changed(outcome);
    return 'cancelled';
  }
  const asked = await ledger.jobs.get(id);
  if (asked) ports.events.changed(asked);
  return 'asked';
}

/** The deletions that exist for a creation alone: they are called off with it, or keep it from that. */
async function ownDeletions(
  { ledger }: Pick<EnginePorts, 'ledger'>,
  job: JobRow,
): Promise<readonly DeleteJobRow[]> {
  if (job.kind !== 'create' || job.replaces === undefined) return [];
  const jobs = await ledger.jobs.bulkGet(job.replaces.map(({ jobId }) => jobId));
  return jobs.flatMap((one) => (one?.kind === 'delete' && one.replacedBy === job.id ? [one] : []));
}

export function isCancellable(job: JobRow): boolean {
  return CANCELLABLE.has(job.state) && !job.attempts.some(mayHaveChanged);
}

/** A payer that was made harms nobody; anything else that may have been done is past calling off. */
export function mayHaveChanged(attempt: Attempt): boolean {
  return attempt.request !== 'payer' && !didNothing(attempt);
}

/** Jobs that are not over, oldest first: no others have the key, so that years of jobs cost nothing here. */
export async function activeJobs(ports: Pick<EnginePorts, 'ledger'>): Promise<JobRow[]> {
  const jobs = await ports.ledger.jobs.where('activeKey').above('').toArray();
  return jobs.toSorted((a, b) => a.createdAt - b.createdAt);
}

/**
 * The newest job that an operator asked for on an invoice in one environment, over or not. Nothing is decided
 * by what came in a file.
 */
export async function latestJob(
  ports: Pick<EnginePorts, 'ledger'>,
  providerKey: string,
  invoiceId: string,
  environment: string,
): Promise<AskedJobRow | null> {
  const jobs = await ports.ledger.jobs
    .where('[providerKey+invoiceId]')
    .equals([providerKey, invoiceId])
    .toArray();
  const byPerson = jobs.filter(
    (job): job is AskedJobRow =>
      (job.kind === 'create' || job.kind === 'change') &&
      job.environment === environment &&
      !job.imported,
  );
  return byPerson.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null;
}

/** Nothing is ever put off for longer: a time beyond it was written by a clock that ran ahead. ms. */
const LONGEST_WAIT = 13 * 60 * 60_000;

/** By so much a clock may be put right without a wait being in doubt. ms. */
const CLOCK_SLACK = 60_000;

/** A wait that was written at a time still to come is void: the clock was set back since, by who knows what. */
export function isDue({ nextAt, writtenAt, createdAt }: JobRow, now: number): boolean {
  if (nextAt === null) return false;
  if (nextAt <= now || nextAt > now + LONGEST_WAIT) return true;
  return (writtenAt ?? createdAt) > now + CLOCK_SLACK;
}

/** Another worker that may still live holds the job. A lease longer than any is a wrong clock's. */
export function isHeldElsewhere({ owner, now }: EnginePorts, { lease }: JobRow): boolean {
  if (lease === null || lease.owner === owner) return false;
  return lease.until > now() && lease.until <= now() + LEASE;
}

/** A step broke in a way nobody foresaw: the job is let go and tried again after a while. */
export async function setBack(ports: EnginePorts, id: string): Promise<void> {
  const { ledger } = ports;
  await ledger.transaction('rw', ledger.jobs, async () => {
    const job = await ledger.jobs.get(id);
    if (job?.lease?.owner !== ports.owner) return;
    await ledger.jobs.put({
      ...job,
      revision: job.revision + 1,
      lease: null,
      tries: job.tries + 1,
      writtenAt: ports.now(),
      nextAt: ports.now() + backoff(job.tries),
    });
  });
}

async function write<J extends JobRow>(ports: EnginePorts, job: J, change: Partial<J>): Promise<J> {
  const next: J = {
    ...job,
    ...change,
    revision: job.revision + 1,
    writtenAt: ports.now(),
    lease: { owner: ports.owner, until: ports.now() + LEASE },
  };
  await ports.ledger.jobs.put(next);
  return next;
}

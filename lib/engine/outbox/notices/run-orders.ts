import { fail, ok, type Result } from '../../../billing/result.ts';
import type { NoticeItemRow, NoticesRunJobRow } from '../../../ledger/notice-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { FailureView } from '../../../messages/failure.ts';
import { appendAudit, type AuditLine } from '../../audit/append.ts';
import type { EnginePorts } from '../../ports.ts';
import { itemsOf } from '../../../ledger/notice-items.ts';
import { blank, enqueue } from '../enqueue.ts';
import { runKey } from './enqueue-notices.ts';
import { isStillWanted } from './still-wanted.ts';

type WantedRun = Pick<
  NoticesRunJobRow,
  'accountId' | 'environment' | 'origin' | 'providerKey' | 'notifier' | 'grid'
>;

type Done = Result<null, FailureView>;

/** Begins to list and read the account's payers; where one is under way already, that one is it. */
export async function enqueueRun(ports: EnginePorts, wanted: WantedRun): Promise<JobRow> {
  await forgetOldItems(ports, wanted.accountId);
  return addRun(ports, { ...newRun(ports, wanted), phase: 'listing' });
}

function newRun(ports: EnginePorts, wanted: WantedRun): NoticesRunJobRow {
  const { accountId, environment, origin, providerKey, notifier, grid } = wanted;
  return {
    ...blank(ports),
    ...{ accountId, environment, origin, providerKey, notifier, grid },
    ...{ kind: 'notices-run', activeKey: runKey(accountId), invoiceId: '' },
    ...{ phase: 'listing', offset: 0, held: false },
  };
}

function addRun(
  ports: EnginePorts,
  job: NoticesRunJobRow,
  more: AuditLine['detail'] = {},
  items: readonly NoticeItemRow[] = [],
) {
  const detail = { notifier: job.notifier, all: true, ...more };
  const withItems = async (added: NoticesRunJobRow) => {
    await ports.ledger.noticeItems.bulkPut(items);
    return added;
  };
  return enqueue(ports, job, 'job.notices-queued', detail, withItems, ['noticeItems']);
}

/** What earlier standardisations of the account came to is told until the next one begins. */
async function forgetOldItems({ ledger }: EnginePorts, accountId: string): Promise<void> {
  await ledger.transaction('rw', ledger.jobs, ledger.noticeItems, async () => {
    const jobs = await ledger.jobs.where({ accountId }).toArray();
    const over = jobs.filter(
      ({ kind, activeKey }) => kind === 'notices-run' && activeKey === undefined,
    );
    for (const { id } of over) await itemsOf(ledger, id).delete();
  });
}

/**
 * A person saw what would change and says for how many payers. Refused (`plan-outdated`) when that is not
 * what is on disk, and (`notices-outdated`) when the account's scheme was changed meanwhile: then confirming
 * the same once more would change nothing.
 */
export async function confirmRun(ports: EnginePorts, jobId: string, payers: number): Promise<Done> {
  const settings = await ports.readSettings();
  const shown = await ports.ledger.jobs.get(jobId);
  const isWanted = shown?.kind !== 'notices-run' || isStillWanted(settings, shown);
  if (!isWanted) return fail({ code: 'notices-outdated' });
  return order(ports, jobId, 'notices.confirmed', async (job) => {
    const differs = await ports.ledger.noticeItems
      .where('[jobId+state]')
      .equals([job.id, 'differs'])
      .count();
    if (job.phase !== 'ready' || differs !== payers) return null;
    const change = { phase: 'changing', held: false, confirmedAt: ports.now() } as const;
    return { change, detail: { payers } };
  });
}

/** Pauses a standardisation after the payer that it is at, or lets it go on. */
export function holdRun(ports: EnginePorts, jobId: string, held: boolean): Promise<Done> {
  const action = held ? 'notices.held' : 'notices.resumed';
  return order(ports, jobId, action, () => Promise.resolve({ change: { held }, detail: {} }));
}

interface Ordered {
  readonly change: Partial<NoticesRunJobRow>;
  readonly detail: AuditLine['detail'];
}

/**
 * Writes what a person wants of a standardisation. Whoever holds it meets another revision and stops before
 * its next request; the payer that it was asking about is read first by whoever takes it up.
 */
async function order(
  ports: EnginePorts,
  jobId: string,
  action: AuditLine['action'],
  decide: (job: NoticesRunJobRow) => Promise<Ordered | null>,
): Promise<Done> {
  const { ledger } = ports;
  const { jobs, audit, noticeItems } = ledger;
  const job = await ledger.transaction('rw', jobs, audit, noticeItems, async () => {
    const current = await jobs.get(jobId);
    if (current?.kind !== 'notices-run' || current.activeKey === undefined) return null;
    const ordered = await decide(current);
    if (ordered === null) return null;
    const revision = current.revision + 1;
    await jobs.put({ ...current, ...ordered.change, revision, lease: null, nextAt: ports.now() });
    await appendAudit(ports, { action, job: current, detail: ordered.detail });
    return current;
  });
  if (job === null) return fail({ code: 'plan-outdated' });
  ports.events.changed(job);
  return ok(null);
}

/**
 * The payers that a standardisation failed at, once more and without another look at the others. Only where it
 * came to its end, and what was confirmed then is wanted still: else a person looks anew at what would change.
 */
export async function retryFailed(ports: EnginePorts, jobId: string): Promise<Done> {
  const { ledger } = ports;
  const before = await ledger.jobs.get(jobId);
  const isOver = before?.kind === 'notices-run' && before.state === 'done';
  if (!isOver || before.imported === true) return fail({ code: 'plan-outdated' });
  if (!isStillWanted(await ports.readSettings(), before)) return fail({ code: 'notices-outdated' });
  const saidSince = await decidedSince(ports, before);
  const failed = await ledger.noticeItems
    .where('[jobId+state]')
    .equals([jobId, 'failed'])
    .and(({ payerId }) => !saidSince.has(payerId))
    .toArray();
  if (failed.length === 0) return fail({ code: 'plan-outdated' });
  const again = newRun(ports, before);
  // With the job: it would find none of them, and end; and without it they would be swept away.
  const items = failed.map((item) => ({
    ...item,
    jobId: again.id,
    state: 'differs' as const,
    asked: 0,
    failure: null,
  }));
  const job = await addRun(ports, { ...again, phase: 'changing' }, { retries: jobId }, items);
  return job.id === again.id ? ok(null) : fail({ code: 'plan-outdated' });
}

/** Payers of whom a person said something by themselves since a standardisation was over. */
async function decidedSince(
  { ledger }: Pick<EnginePorts, 'ledger'>,
  { accountId, createdAt, writtenAt = createdAt }: NoticesRunJobRow,
): Promise<ReadonlySet<string>> {
  const jobs = await ledger.jobs.where({ accountId }).toArray();
  return new Set(
    jobs.flatMap((job) => {
      const isAsked = job.kind === 'notices' && job.because === 'asked';
      return isAsked && job.state !== 'cancelled' && job.createdAt >= writtenAt
        ? [job.targetId]
        : [];
    }),
  );
}

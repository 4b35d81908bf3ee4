import { auditedInstallations, lastEntry } from '../../ledger/audit-chains.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import type { JobRow } from '../../ledger/rows.ts';
import type { JobView } from '../../messages/job-view.ts';
import { jobView } from './job-view.ts';
import { activeJobs } from './store.ts';

/** Lines of each installation's audit that are looked through for jobs that ended lately. */
const LINES = 200;
/** Jobs that are over, at most. */
const ENDED = 30;

/**
 * The queue as pages show it, from the ledger alone: what is under way, oldest first; what stopped for a
 * person; then what ended lately, newest first. One that was tried anew is shown by its newest try.
 */
export async function readQueue(ledger: LedgerDatabase): Promise<readonly JobView[]> {
  const active = await activeJobs({ ledger });
  const stopped = await ledger.jobs.where('state').equals('blocked').toArray();
  const ended = await endedLately(ledger);
  const over = [...stopped.filter(({ activeKey }) => activeKey === undefined), ...ended];
  const tries = [...active, ...over];
  const newest = newestTries(tries);
  const newestOwn = newestTries(tries.filter(({ imported }) => !imported));
  // What a file says of another browser never hides what this one has to tell.
  const isShown = (job: JobRow) =>
    (job.imported ? newest : newestOwn).get(intentOf(job)) === job.id;
  const jobs = [
    ...active,
    ...over
      .filter(isShown)
      .toSorted((a, b) => urgency(a) - urgency(b) || b.createdAt - a.createdAt),
  ];
  return Promise.all(jobs.map((job) => jobView({ ledger }, job)));
}

function urgency({ state }: JobRow): number {
  return state === 'blocked' ? 0 : 1;
}

/** The audit alone keeps the order in which things ended. */
async function endedLately(ledger: LedgerDatabase): Promise<JobRow[]> {
  const ids = new Set<string>();
  for (const installation of await auditedInstallations(ledger)) {
    const last = (await lastEntry(ledger, installation))?.seq ?? 0;
    const lines = await ledger.audit
      .where('[installationId+seq]')
      .between([installation, last - LINES], [installation, last], false, true)
      .reverse()
      .toArray();
    for (const { ids: about } of lines) if (about['jobId'] !== undefined) ids.add(about['jobId']);
  }
  const jobs = await ledger.jobs.bulkGet([...ids]);
  return jobs
    .flatMap((job) => (job?.state === 'done' || job?.state === 'cancelled' ? [job] : []))
    .slice(0, ENDED);
}

/** What two jobs must share to be two tries of one thing. */
function intentOf(job: JobRow): string {
  const { environment, providerKey, invoiceId } = job;
  return [environment, providerKey, invoiceId, whatOf(job)].join(' ');
}

function whatOf(job: JobRow): string {
  if (job.kind === 'create' || job.kind === 'change') return 'asked';
  if (job.kind === 'message') return `message ${job.messageId}`;
  if (job.kind === 'notices-run') return `notices-run ${job.accountId}`;
  if (job.kind === 'payer') return `payer ${job.payerId}`;
  const what = `${job.kind} ${job.targetId}`;
  return job.kind === 'act' ? `${what} ${job.act.kind}` : what;
}

function newestTries(jobs: readonly JobRow[]): ReadonlyMap<string, string> {
  const sorted = jobs.toSorted((a, b) => a.createdAt - b.createdAt);
  return new Map(sorted.map((job) => [intentOf(job), job.id]));
}

import { readAdoptionRun, writeAdoptionRun } from '../../ledger/adoption-run.ts';
import { settleInheritance } from '../../ledger/installation.ts';
import type { JobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import { withdrawAsked } from '../adoption/withdraw-asked.ts';
import { appendAudit } from '../audit/append.ts';
import { unfinishedEnd, type GivenUp } from '../outbox/give-up.ts';
import { withoutAnswer } from '../outbox/outcome.ts';
import { lastUnanswered, watchedRequest } from '../outbox/quarantine.ts';
import { activeJobs } from '../outbox/store.ts';
import { whereToLook } from '../outbox/where-to-look.ts';
import type { EnginePorts } from '../ports.ts';

const RESTORED: FailureView = { code: 'profile-restored' };

/**
 * Stops every job that a restored or copied profile brought: where it came from, they may have gone on.
 * What may have been asked for is searched for and never asked for again (`blocked` and watched); what
 * only waited for a look is over; all else waits for a person to confirm it anew. So does what a list was
 * confirmed for and has no job yet, and a comparison is held.
 */
export async function stopInherited(
  ports: Pick<EnginePorts, 'ledger' | 'now' | 'installationId' | 'events'>,
): Promise<void> {
  const { ledger, installationId } = ports;
  const stopped = await ledger.transaction(
    'rw',
    ledger.jobs,
    ledger.audit,
    ledger.meta,
    ledger.adoptions,
    async () => {
      // A message that was on its way is never asked for again: its next step only says that nobody knows.
      const jobs = (await activeJobs(ports)).filter(({ kind }) => kind !== 'message');
      for (const job of jobs) {
        await ledger.jobs.put(asStopped(job, ports.now()));
        await appendAudit(ports, {
          action: 'job.blocked',
          job,
          detail: { failure: RESTORED.code },
        });
      }
      await withdrawAsked(ledger);
      const run = await readAdoptionRun(ledger);
      if (run) await writeAdoptionRun(ledger, { ...run, paused: run.phase !== 'done' });
      await settleInheritance(ledger, installationId);
      return jobs;
    },
  );
  for (const job of stopped) ports.events.changed(job);
}

function asStopped(job: JobRow, now: number): JobRow {
  // Called off elsewhere: there its charge is looked for, too, and deleted.
  const {
    activeKey,
    cancelAskedAt: _asked,
    ...rest
  } = {
    ...job,
    revision: job.revision + 1,
    lease: null,
  };
  const isAsked = watchedRequest(job) !== null;
  if (isAsked && activeKey !== undefined) {
    const attempts = withoutAnswer(job.attempts);
    return { ...rest, activeKey, attempts, state: 'blocked', failure: RESTORED, nextAt: now };
  }
  return { ...rest, ...(unfinishedEnd(job) ?? toPerson(job)), nextAt: null };
}

function toPerson(job: JobRow): GivenUp {
  const failure = lastUnanswered(job.attempts) ? { code: whereToLook(job) } : RESTORED;
  return { state: 'blocked', reasons: [], failure };
}

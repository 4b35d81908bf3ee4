import type { Charge } from '../../billing/charge.ts';
import { standingCharges } from '../../billing/standing.ts';
import type { CreateJobRow, JobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { activeKey } from './active-key.ts';
import { isOfJob } from './of-job.ts';
import { isOwnJob } from './own-codes.ts';
import { VERIFICATIONS } from './schedule.ts';

/**
 * What a sweep found is verified by the job that made it: a creation that was done, and that has two
 * charges of its own among these, in whichever accounts, looks once more. The sweep of created charges
 * reads two days back, so a request that Asaas carries out late is met for that long; a change that was
 * made in between takes nothing from that. What another installation made, be it in a file or in a
 * restored profile, stays history. A job that is watched for its charge looks now, and not within
 * the hour.
 */
export async function verifyAgain(
  ports: EnginePorts,
  providerKey: string,
  invoiceId: string,
  environment: string,
  charges: readonly Charge[],
): Promise<void> {
  const { ledger } = ports;
  const now = ports.now();
  const key = activeKey(environment, providerKey, invoiceId);
  await ledger.transaction('rw', ledger.jobs, async () => {
    const standing = await ledger.jobs.where('activeKey').equals(key).first();
    if (standing) {
      const isWatched = standing.state === 'blocked' && standing.lease === null;
      if (isWatched)
        await ledger.jobs.put({ ...standing, nextAt: now, revision: standing.revision + 1 });
      return;
    }
    const jobs = await ledger.jobs
      .where('[providerKey+invoiceId]')
      .equals([providerKey, invoiceId])
      .toArray();
    const own = jobs.filter((each) => each.environment === environment && isOwnJob(ports, each));
    const job = newestDone(own);
    if (!job || standingCharges(charges.filter((charge) => isOfJob(job, charge))).length < 2)
      return;
    await ledger.jobs.put(asVerifying(job, key, now));
  });
}

/** A creation that is over, to be verified once more. `now` in ms. */
export function asVerifying(job: CreateJobRow, key: string, now: number): CreateJobRow {
  return {
    ...job,
    activeKey: key,
    state: 'verified',
    verifications: VERIFICATIONS.length,
    tries: 0,
    revision: job.revision + 1,
    nextAt: now,
  };
}

function newestDone(jobs: readonly JobRow[]): CreateJobRow | null {
  const done = jobs.filter(
    (job): job is CreateJobRow => job.kind === 'create' && job.state === 'done',
  );
  return done.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null;
}

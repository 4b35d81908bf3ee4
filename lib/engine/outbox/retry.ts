import { fail, ok, type Result } from '../../billing/result.ts';
import type { DeleteJobRow, JobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { activeKey } from './active-key.ts';
import { retryAsked } from './retry-asked.ts';
import { enqueueCounter } from './counter-job.ts';
import { blank, enqueue } from './enqueue.ts';
import { enqueueNotices } from './notices/enqueue-notices.ts';
import { isOutdone } from './notices/outdone.ts';
import { isOwnCharge, isOwnJob } from './own-codes.ts';
import { enqueuePayer } from './payer/payer-queue.ts';
import { isRetryable } from './retryable.ts';
import { isHeldElsewhere } from './store.ts';
import { asVerifying } from './verify-again.ts';

/**
 * A person has mended a cause, or does not want to wait. What goes on by itself is due now: a job whose
 * request nobody knows the outcome of looks earlier, and asks no earlier for it. What stopped is planned
 * anew as another job, and only where that is still what was confirmed (`changed-since-confirmation`).
 * Nothing happens to a job that is over, and a charge that another installation made is deleted by nobody
 * here (`check-in-asaas`).
 */
export async function retryJob(ports: EnginePorts, id: string): Promise<Result<null, FailureView>> {
  const job = await ports.ledger.jobs.get(id);
  if (!job) return fail({ code: 'plan-outdated' });
  if (job.activeKey !== undefined) return makeDue(ports, id);
  if (job.state !== 'blocked') return ok(null);
  if (!isRetryable(job)) return fail({ code: 'check-in-asaas' });
  return anew(ports, job);
}

/** A worker that holds the job is at it already. */
async function makeDue(ports: EnginePorts, id: string): Promise<Result<null, FailureView>> {
  const { ledger } = ports;
  const due = await ledger.transaction('rw', ledger.jobs, async () => {
    const job = await ledger.jobs.get(id);
    const isHeld = job === undefined || job.lease?.owner === ports.owner;
    if (isHeld || !isRetryable(job) || isHeldElsewhere(ports, job)) return null;
    await ledger.jobs.put({ ...job, nextAt: ports.now(), revision: job.revision + 1 });
    return job;
  });
  if (due) ports.events.changed(due);
  return ok(null);
}

async function anew(ports: EnginePorts, job: JobRow): Promise<Result<null, FailureView>> {
  switch (job.kind) {
    case 'create':
      return job.chargeId === null ? retryAsked(ports, job) : verifyAnew(ports, job.id);
    case 'change':
      return retryAsked(ports, job);
    case 'delete': {
      // One that makes way for another charge is planned with that charge, and never by itself.
      if (job.replacedBy !== undefined) return retryJob(ports, job.replacedBy);
      if (!(await mayBeOwn(ports, job))) return fail({ code: 'check-in-asaas' });
      const again = { ...job, ...blank(ports), activeKey: `delete:${job.targetId}` };
      const { attempts } = job;
      await enqueue(ports, { ...again, attempts }, 'job.delete-queued', { retries: job.id });
      return ok(null);
    }
    case 'counter': {
      const { accounts } = await ports.readSettings();
      const account = accounts.find(({ id }) => id === job.accountId);
      if (!account) return fail({ code: 'no-account' });
      await enqueueCounter(ports, { ...job, account, retries: job.id });
      return ok(null);
    }
    case 'notices':
      if (await isOutdone(ports, job)) return fail({ code: 'notices-newer' });
      await enqueueNotices(ports, job, { retries: job.id });
      return ok(null);
    case 'payer':
      await enqueuePayer(ports, job, { retries: job.id });
      return ok(null);
    case 'act':
    case 'edit':
    case 'message':
    case 'adopt':
    case 'notices-run':
      return fail({ code: 'plan-outdated' });
  }
}

/** As far as the ledger tells; the deletion itself asks once more, of the charge as Asaas has it. */
async function mayBeOwn(ports: EnginePorts, job: DeleteJobRow): Promise<boolean> {
  const known = await ports.ledger.charges.get(job.targetId);
  return isOwnJob(ports, job) && (known === undefined || (await isOwnCharge(ports, job, known)));
}

/** It made a charge, and stopped because of what stood beside it: that is looked at once more. */
async function verifyAnew(ports: EnginePorts, id: string): Promise<Result<null, FailureView>> {
  const { ledger } = ports;
  const again = await ledger.transaction('rw', ledger.jobs, async () => {
    const job = await ledger.jobs.get(id);
    if (job?.kind !== 'create' || job.activeKey !== undefined) return null;
    const key = activeKey(job.environment, job.providerKey, job.invoiceId);
    if ((await ledger.jobs.where('activeKey').equals(key).count()) > 0) return null;
    await ledger.jobs.put({ ...asVerifying(job, key, ports.now()), reasons: [], failure: null });
    return job;
  });
  if (again) ports.events.changed(again);
  return ok(null);
}

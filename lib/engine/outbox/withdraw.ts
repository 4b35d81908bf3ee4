import { attemptCodeOf } from '../../billing/attempt-code.ts';
import type { Charge } from '../../billing/charge.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import { livenessOf } from '../../billing/status.ts';
import { chargeRow, putCharge } from '../../ledger/charges.ts';
import type { CreateJobRow, DeleteJobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { locateCharges } from '../send/locate.ts';
import { asaasFailureView } from '../setup/failures.ts';
import { enqueueWithdrawal } from './enqueue.ts';
import { jobClient } from './job-client.ts';
import { jobKeys } from './job-keys.ts';
import { postpone, withoutAnswer } from './outcome.ts';
import { isOwnCharge } from './own-codes.ts';
import { afterAbsent, answered, didNothing, withAbsent } from './quarantine.ts';
import { REPLACE_GAP, SEARCH_GAP } from './schedule.ts';
import { finish, release } from './store.ts';
import { isRetractable } from './verify.ts';

/**
 * A creation that was called off when its request may have left: it asks for nothing more, looks for what it
 * made, and has exactly that deleted, by its attempt code, while nobody has opened or paid it. It stands until
 * the deletion is over, or a new sending would be given the charge that is about to go. Not found by the end
 * of the quarantine, it ends as cancelled; what turns up later, a sweep meets (`verifyAgain`).
 */
export async function withdraw(ports: EnginePorts, read: CreateJobRow): Promise<null> {
  const job = { ...read, attempts: withoutAnswer(read.attempts) };
  const made = job.attempts.filter((each) => each.request === 'charge' && !didNothing(each));
  if (made.length === 0) return end(ports, job);
  const deletions = await withdrawals(ports, job);
  const running = deletions.filter(({ activeKey }) => activeKey !== undefined);
  if (running.length > 0) return waitFor(ports, job, running);
  const refused = deletions.find(({ state }) => state === 'blocked');
  if (refused) return keep(ports, job, refused.targetId, refused.failure);
  const found = await ownCharges(ports, job);
  if (!found.ok) return postpone(ports, job, found.error);

  const standing = found.value.filter((charge) => livenessOf(charge) !== 'deleted');
  const kept = standing.find((charge) => !isRetractable(charge));
  for (const charge of standing.filter(isRetractable)) await enqueueWithdrawal(ports, job, charge);
  if (standing.length > 0 && !kept) {
    const chargeId = standing[0]?.id ?? null;
    return release(ports, job, { state: 'created', chargeId, nextAt: ports.now() + REPLACE_GAP });
  }
  if (kept) return keep(ports, job, kept.id);
  const codes = new Set(found.value.map(({ description }) => attemptCodeOf(description)));
  const [gone] = found.value;
  if (made.every(({ code }) => codes.has(code))) return end(ports, job, gone?.id);
  const absentLocates = withAbsent(job.absentLocates, ports.clock.now());
  if (afterAbsent(job.attempts, absentLocates) === 'wait' && hasOpen(job)) {
    const nextAt = ports.now() + SEARCH_GAP;
    return release(ports, job, { state: 'unknown', absentLocates, nextAt, tries: 0 });
  }
  return end(ports, job, gone?.id);
}

function hasOpen({ attempts }: CreateJobRow): boolean {
  return attempts.some((each) => each.request === 'charge' && each.outcome === 'ambiguous');
}

/** The charges that the job's own requests made, deleted ones too. One whose id is known is asked for by it. */
async function ownCharges(
  ports: EnginePorts,
  job: CreateJobRow,
): Promise<Result<readonly Charge[], FailureView>> {
  const own = await jobClient(ports, job);
  if (!own.ok) return own;
  const { settings, account, client } = own.value;
  const located = await locateCharges(ports, [account], jobKeys(settings, job), job.invoiceId);
  if (!located.ok) return located;
  const all = [...located.value];
  if (job.chargeId !== null && !all.some(({ id }) => id === job.chargeId)) {
    const seenAt = ports.now();
    const charge = await client.getCharge(job.chargeId);
    if (!charge.ok && charge.error.kind !== 'not-found')
      return fail(asaasFailureView(charge.error));
    if (charge.ok) {
      const row = chargeRow(charge.value, seenAt);
      if (row) await putCharge(ports.ledger, row, ports.now());
      all.push(charge.value);
    }
  }
  const mine = new Set(job.attempts.map(({ code }) => code).filter((code) => code !== ''));
  const ofJob = all.filter(({ description }) => mine.has(attemptCodeOf(description) ?? ''));
  const isMine = await Promise.all(ofJob.map((charge) => isOwnCharge(ports, job, charge)));
  return ok(ofJob.filter((_, at) => isMine[at] === true));
}

async function withdrawals(
  { ledger }: EnginePorts,
  job: CreateJobRow,
): Promise<readonly DeleteJobRow[]> {
  const { providerKey, invoiceId } = job;
  const jobs = await ledger.jobs
    .where('[providerKey+invoiceId]')
    .equals([providerKey, invoiceId])
    .toArray();
  return jobs.filter(
    (each): each is DeleteJobRow => each.kind === 'delete' && each.calledOffBy === job.id,
  );
}

function waitFor(
  ports: EnginePorts,
  job: CreateJobRow,
  running: readonly DeleteJobRow[],
): Promise<null> {
  const times = running.flatMap(({ nextAt }) => nextAt ?? []);
  // One that waits for the vault wakes with this one.
  const isLocked = times.length < running.length;
  const nextAt = isLocked ? null : Math.max(ports.now() + REPLACE_GAP, ...times);
  return release(ports, job, { state: 'created', nextAt, tries: 0 });
}

/** The customer was quicker, or Asaas refused: the charge stays, and a person is told. */
function keep(
  ports: EnginePorts,
  job: CreateJobRow,
  charge: string,
  refusal: FailureView | null = null,
): Promise<null> {
  const failure: FailureView = refusal ?? { code: 'cancel-kept', params: { charge } };
  const attempts = answered(job.attempts);
  const line = { action: 'job.blocked', detail: { failure: failure.code, charge } } as const;
  return finish(ports, job, { state: 'blocked', chargeId: charge, attempts, failure }, line);
}

function end(ports: EnginePorts, job: CreateJobRow, charge?: string): Promise<null> {
  const over = { state: 'cancelled', failure: null, reasons: [] } as const;
  const detail = charge === undefined ? {} : { charge };
  const change = { ...over, attempts: job.attempts, chargeId: charge ?? null };
  return finish(ports, job, change, { action: 'job.cancelled', detail });
}

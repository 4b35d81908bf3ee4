import type { AsaasClient } from '../../asaas/client.types.ts';
import type { Charge } from '../../billing/charge.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { ReplacedCharge, SendFacts, SendPlan } from '../../billing/send-plan.types.ts';
import { livenessOf } from '../../billing/status.ts';
import type { CreateJobRow, DeleteJobRow, JobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { confirmationOf } from '../send/confirmation.ts';
import { asaasFailureView } from '../setup/failures.ts';
import { REPLACE_GAP } from './schedule.ts';
import { finish, release } from './store.ts';

/** The deletions that a creation waits for, in the order of its charges; null for one that is not on disk. */
export async function deletionsOf(
  { ledger }: Pick<EnginePorts, 'ledger'>,
  { replaces = [] }: CreateJobRow,
): Promise<readonly (DeleteJobRow | null)[]> {
  const jobs = await ledger.jobs.bulkGet(replaces.map(({ jobId }) => jobId));
  return jobs.map((job) => (job?.kind === 'delete' ? job : null));
}

/** True once every old charge was read as deleted. Otherwise the creation was let go, or ended. */
export async function areReplacedGone(ports: EnginePorts, job: CreateJobRow): Promise<boolean> {
  const deletions = await deletionsOf(ports, job);
  if (deletions.every((each) => each?.state === 'done')) return true;
  const failed = deletions.findIndex((each) => each?.state !== 'done' && !isUnderWay(each));
  if (failed === -1)
    await keepWaiting(
      ports,
      job,
      deletions.flatMap((each) => each ?? []),
    );
  else await stopWaiting(ports, job, deletions[failed] ?? null, job.replaces?.[failed]?.id ?? '');
  return false;
}

/**
 * Whether one of a creation's deletions may go on: they run one after the other, in the order of its
 * charges, and none once another one failed, or the invoice would be left without any charge.
 */
export async function turnOf(
  ports: Pick<EnginePorts, 'ledger'>,
  creation: CreateJobRow,
  { id }: DeleteJobRow,
): Promise<'now' | 'later' | 'never'> {
  const deletions = await deletionsOf(ports, creation);
  const own = deletions.findIndex((each) => each?.id === id);
  const others = deletions.toSpliced(own, 1);
  if (others.some((each) => each?.state !== 'done' && !isUnderWay(each))) return 'never';
  return deletions.slice(0, own).some(isUnderWay) ? 'later' : 'now';
}

function isUnderWay(job: JobRow | null | undefined): boolean {
  return job?.activeKey !== undefined;
}

function keepWaiting(
  ports: EnginePorts,
  job: CreateJobRow,
  deletions: readonly DeleteJobRow[],
): Promise<null> {
  const open = deletions.filter(isUnderWay);
  const times = open.flatMap(({ nextAt }) => nextAt ?? []);
  // One that waits for the vault wakes with this one; the others are looked at after their next try.
  const isLocked = times.length < open.length;
  const failure = open.find((each) => each.failure !== null)?.failure ?? null;
  return release(ports, job, {
    state: 'waiting',
    failure,
    nextAt: isLocked ? null : Math.max(ports.now() + REPLACE_GAP, ...times),
    tries: 0,
  });
}

/** An old charge stays, or nobody knows: nothing new is created beside it. */
function stopWaiting(
  ports: EnginePorts,
  job: CreateJobRow,
  deletion: DeleteJobRow | null,
  charge: string,
): Promise<null> {
  const told = deletion?.reasons ?? [];
  const reasons =
    told.length > 0 ? told : [{ code: 'predecessor-kept' as const, params: { charge } }];
  const failure = deletion?.failure ?? null;
  const line = {
    action: 'job.blocked',
    detail: { reasons: reasons.map(({ code }) => code).join(','), charge },
  } as const;
  return finish(ports, job, { state: 'blocked', reasons, failure }, line);
}

/**
 * Lets a creation and its other deletions look at once, once one of these is over. They would look by
 * themselves a little later.
 */
export async function wakeOthers(ports: EnginePorts, deletion: DeleteJobRow): Promise<void> {
  const { ledger } = ports;
  await ledger.transaction('rw', ledger.jobs, async () => {
    if (isUnderWay(await ledger.jobs.get(deletion.id))) return;
    const creation = await ledger.jobs.get(deletion.replacedBy ?? '');
    if (creation?.kind !== 'create') return;
    for (const job of [creation, ...(await deletionsOf(ports, creation))]) {
      if (job === null || !isUnderWay(job) || job.lease !== null || job.nextAt === null) continue;
      await ledger.jobs.put({ ...job, nextAt: ports.now(), revision: job.revision + 1 });
    }
  });
}

/**
 * The old charges of a creation as Asaas tells of them one by one, now. One that it no longer finds is as
 * its deletion left it.
 */
export async function readReplaced(
  { ledger }: Pick<EnginePorts, 'ledger'>,
  client: AsaasClient,
  { replaces = [] }: CreateJobRow,
): Promise<Result<readonly Charge[], FailureView>> {
  const charges: Charge[] = [];
  for (const { id } of replaces) {
    const answer = await client.getCharge(id);
    if (answer.ok) charges.push(answer.value);
    else if (answer.error.kind !== 'not-found') return fail(asaasFailureView(answer.error));
    else {
      const known = await ledger.charges.get(id);
      if (known && livenessOf(known) === 'deleted') charges.push(known);
    }
  }
  return ok(charges);
}

/** The facts with these readings in the place of what lists told of the same charges. */
export function withReadings(facts: SendFacts, readings: readonly Charge[]): SendFacts {
  const read = new Set(readings.map(({ id }) => id));
  const others = facts.predecessors.filter(({ id }) => !read.has(id));
  return { ...facts, predecessors: [...others, ...readings] };
}

/** Whether a plan is what was confirmed, however many of the old charges are gone by now. */
export function isAsConfirmed(
  { confirmation, replaces = [] }: CreateJobRow,
  plan: SendPlan,
  { invoice, customer }: Pick<SendFacts, 'invoice' | 'customer'>,
): boolean {
  if (plan.kind !== 'new') return false;
  const isKnown = (one: ReplacedCharge) =>
    replaces.some(
      ({ id, value, dueDate }) => id === one.id && value === one.value && dueDate === one.dueDate,
    );
  if (!plan.replaces.every(isKnown)) return false;
  return confirmationOf({ ...plan, replaces }, invoice, customer) === confirmation;
}

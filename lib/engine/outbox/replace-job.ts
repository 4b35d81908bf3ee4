import type { AsaasClient } from '../../asaas/client.types.ts';
import { notFoundReason } from '../../billing/plan/not-found.ts';
import { liveReason } from '../../billing/plan/predecessors.ts';
import { planSend } from '../../billing/send-plan.ts';
import { livenessOf } from '../../billing/status.ts';
import { chargeRow, notFound, putCharge } from '../../ledger/charges.ts';
import type { CreateJobRow, DeleteJobRow, JobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { gatherAgain } from '../send/gather-again.ts';
import { asaasFailureView } from '../setup/failures.ts';
import { gone, wasTaken } from './gone.ts';
import { jobClient } from './job-client.ts';
import { intentOf, postpone, repeatableFailed, settled, withoutAnswer } from './outcome.ts';
import { isAsConfirmed, readReplaced, turnOf, wakeOthers, withReadings } from './replacing.ts';
import { MIN_GAP } from './quarantine.ts';
import { REPLACE_GAP } from './schedule.ts';
import { block, blockWith, callOff } from './stopping.ts';
import { advance, intend, release } from './store.ts';

/**
 * Deletes one charge that the operator had replaced by that of an invoice renegotiated from it. A DELETE
 * repeats only after a GET, and leaves only while the new charge could be asked for as it was confirmed:
 * an invoice without any charge is as bad as one with two.
 */
export async function stepReplace(ports: EnginePorts, job: DeleteJobRow): Promise<JobRow | null> {
  const next = await deleteReplaced(ports, job);
  if (next === null) await wakeOthers(ports, job);
  return next;
}

async function deleteReplaced(ports: EnginePorts, job: DeleteJobRow): Promise<JobRow | null> {
  const own = await jobClient(ports, job);
  if (!own.ok) return postpone(ports, job, own.error);
  const { client } = own.value;
  if (job.state !== 'locating') {
    return advance(ports, job, { state: 'locating', attempts: withoutAnswer(job.attempts) });
  }
  const seenAt = ports.now();
  const target = await client.getCharge(job.targetId);
  if (!target.ok) {
    if (target.error.kind !== 'not-found')
      return postpone(ports, job, asaasFailureView(target.error));
    return wasTaken(job) ? gone(ports, job, null, seenAt) : missing(ports, job, seenAt);
  }
  if (livenessOf(target.value) === 'deleted') return gone(ports, job, target.value, seenAt);
  const row = chargeRow(target.value, seenAt);
  if (row) await putCharge(ports.ledger, row, ports.now());
  return wasTaken(job)
    ? stillThere(ports, job, row?.invoiceId ?? null)
    : planAndDelete(ports, job, client);
}

/** Nobody says that it was deleted: a person looks at Asaas. */
async function missing(ports: EnginePorts, job: DeleteJobRow, seenAt: number): Promise<null> {
  const known = await ports.ledger.charges.get(job.targetId);
  const row = known ? notFound({ ...known, seenAt }) : null;
  if (row) await putCharge(ports.ledger, row, ports.now());
  const reason = row && notFoundReason(row);
  const live = liveReason({ id: job.targetId, invoiceId: row?.invoiceId ?? null });
  return block(ports, job, [reason ?? live]);
}

/** Asaas took the deletion and shows the charge: an old answer, or somebody restored it. */
function stillThere(
  ports: EnginePorts,
  job: DeleteJobRow,
  invoiceId: string | null,
): Promise<null> {
  const since = ports.clock.now() - (job.attempts.at(-1)?.at ?? 0);
  return since < 2 * MIN_GAP
    ? release(ports, job, { state: 'waiting', nextAt: ports.now() + MIN_GAP })
    : block(ports, job, [liveReason({ id: job.targetId, invoiceId })]);
}

async function planAndDelete(
  ports: EnginePorts,
  job: DeleteJobRow,
  client: AsaasClient,
): Promise<JobRow | null> {
  const creation = await ports.ledger.jobs.get(job.replacedBy ?? '');
  if (creation?.kind !== 'create' || creation.activeKey === undefined) {
    return callOff(ports, job);
  }
  const turn = await turnOf(ports, creation, job);
  if (turn === 'never') return callOff(ports, job);
  if (turn === 'later') {
    return release(ports, job, { state: 'waiting', nextAt: ports.now() + REPLACE_GAP });
  }
  const { panels } = await ports.readSettings();
  const panel = panels.find(({ origin }) => origin === job.origin);
  if (panel?.providerKey !== job.providerKey) return changed(ports, job);
  const gathered = await gatherAgain(ports, panel, creation);
  if (!gathered.ok) return postpone(ports, job, gathered.error);
  if (gathered.value.account?.id !== job.accountId) return changed(ports, job);
  const { predecessors } = gathered.value.facts;
  // IXC no longer names the invoice that it is of: the renegotiation was undone.
  if (!predecessors.some(({ id }) => id === job.targetId)) return changed(ports, job);
  // Of several, one that was paid or edited stops all of them before the first is deleted.
  const replaced = await readReplaced(ports, client, creation);
  if (!replaced.ok) return postpone(ports, job, replaced.error);
  const facts = withReadings(gathered.value.facts, replaced.value);
  const plan = planSend(facts);
  if (plan.kind === 'blocked') return block(ports, job, plan.reasons);
  if (!isAsConfirmed(creation, plan, facts)) return changed(ports, job);
  // Refused, and nothing of what was read since says why: Asaas's own words do.
  const isRefused = job.attempts.at(-1)?.outcome === 'refused';
  if (isRefused && job.failure !== null) return blockWith(ports, job, job.failure);
  // All of that took a while.
  const now = await ports.ledger.jobs.get(creation.id);
  if (now?.activeKey === undefined || (await turnOf(ports, creation, job)) !== 'now') {
    return callOff(ports, job);
  }
  return request(ports, job, client, creation);
}

function changed(ports: EnginePorts, job: DeleteJobRow): Promise<null> {
  return blockWith(ports, job, { code: 'changed-since-confirmation' });
}

async function request(
  ports: EnginePorts,
  job: DeleteJobRow,
  client: AsaasClient,
  { replaces = [] }: CreateJobRow,
): Promise<JobRow | null> {
  const charge = replaces.find(({ id }) => id === job.targetId);
  const intent = await intend(ports, job, intentOf(ports, job, 'delete'), {
    action: 'charge.delete-intent',
    detail: {
      charge: job.targetId,
      ...(charge && { cents: charge.value, due: charge.dueDate }),
      replaced: true,
    },
  });
  if (!intent) return null;
  const answer = await client.deleteCharge(job.targetId);
  if (answer.ok) {
    const attempts = settled(intent.attempts, 'done');
    return advance(ports, intent, { state: 'created', attempts, failure: null });
  }
  if (answer.error.kind !== 'rejected') return repeatableFailed(ports, intent, answer.error);
  // Paid in this very moment, perhaps: it is read once more, so that the reason is told and not the refusal.
  return advance(ports, intent, {
    state: 'locating',
    attempts: settled(intent.attempts, 'refused'),
    failure: asaasFailureView(answer.error),
  });
}

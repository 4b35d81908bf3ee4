import type { AsaasClient } from '../../asaas/client.types.ts';
import { standingCharges } from '../../billing/standing.ts';
import type { Charge } from '../../billing/charge.ts';
import { chargeRow, putCharge } from '../../ledger/charges.ts';
import type { DeleteJobRow, JobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { locateCharges } from '../send/locate.ts';
import { asaasFailureView } from '../setup/failures.ts';
import { gone } from './gone.ts';
import { intentOf, postpone, repeatableFailed, settled, withoutAnswer } from './outcome.ts';
import { block, callOff } from './stopping.ts';
import { jobClient } from './job-client.ts';
import { jobKeys } from './job-keys.ts';
import { isOfJob } from './of-job.ts';
import { isOwnCharge } from './own-codes.ts';
import { advance, intend } from './store.ts';
import { isRetractable } from './verify.ts';

/**
 * Deletes one charge that lost to another of the same reference, or whose sending was called off. A DELETE repeats only after a GET, so
 * every state but the end begins by reading: what is already deleted is done.
 */
export async function stepDelete(ports: EnginePorts, job: DeleteJobRow): Promise<JobRow | null> {
  const own = await jobClient(ports, job);
  if (!own.ok) return postpone(ports, job, own.error);
  const { settings, account, client } = own.value;
  if (job.state !== 'locating') {
    // Also after an answer that never came, or a worker that died: reading tells what happened.
    return advance(ports, job, { state: 'locating', attempts: withoutAnswer(job.attempts) });
  }
  const seenAt = ports.now();
  const target = await client.getCharge(job.targetId);
  if (!target.ok && target.error.kind !== 'not-found')
    return postpone(ports, job, asaasFailureView(target.error));
  if (!target.ok || target.value.deleted)
    return gone(ports, job, target.ok ? target.value : null, seenAt);

  if (job.calledOffBy !== undefined) return withdrawCharge(ports, job, client, target.value);
  const located = await locateCharges(ports, [account], jobKeys(settings, job), job.invoiceId);
  if (!located.ok) return postpone(ports, job, located.error);
  const [kept] = standingCharges(located.value.filter((charge) => isOfJob(job, charge)));
  // Alone again, or now the one to keep: another browser has deleted the other one meanwhile.
  if (!kept || kept.id === job.targetId) return callOff(ports, job);
  // Whoever has a deletion tried anew may have taken it over with a profile, along with its job.
  const isOwn = await isOwnCharge(ports, job, target.value);
  if (!isOwn || !isRetractable(target.value)) return block(ports, job, [{ code: 'several-live' }]);
  return request(ports, job, client);
}

/** Its creation was called off: it goes, although nothing stands beside it, unless the customer was quicker. */
async function withdrawCharge(
  ports: EnginePorts,
  job: DeleteJobRow,
  client: AsaasClient,
  charge: Charge,
): Promise<JobRow | null> {
  const isOwn = await isOwnCharge(ports, job, charge);
  if (isOwn && isRetractable(charge)) return request(ports, job, client);
  const row = chargeRow(charge, ports.now());
  if (row) await putCharge(ports.ledger, row, ports.now());
  // The creation tells it.
  return callOff(ports, job);
}

async function request(
  ports: EnginePorts,
  job: DeleteJobRow,
  client: AsaasClient,
): Promise<JobRow | null> {
  const intent = await intend(ports, job, intentOf(ports, job, 'delete'), {
    action: 'charge.delete-intent',
    detail: { charge: job.targetId },
  });
  if (!intent) return null;
  const answer = await client.deleteCharge(job.targetId);
  if (!answer.ok) return repeatableFailed(ports, intent, answer.error);
  return advance(ports, intent, { state: 'created', attempts: settled(intent.attempts, 'done') });
}

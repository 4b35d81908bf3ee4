import type { AsaasClient } from '../../../asaas/client.types.ts';
import type { Charge } from '../../../billing/charge.ts';
import type { AdoptJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { EnginePorts } from '../../ports.ts';
import { intentOf, repeatableFailed, settled } from '../outcome.ts';
import { advance, intend } from '../store.ts';

/** Asks Asaas for another reference, and for nothing else: the rest is sent as it was just read. */
export async function requestReference(
  ports: EnginePorts,
  job: AdoptJobRow,
  client: AsaasClient,
  { charge, reference }: { readonly charge: Charge; readonly reference: string },
): Promise<JobRow | null> {
  const { id, billingType, value, dueDate } = charge;
  const intent = await intend<AdoptJobRow>(
    ports,
    job,
    { ...intentOf(ports, job, 'change'), failure: null },
    {
      action: job.step === 'link' ? 'charge.link-intent' : 'charge.unlink-intent',
      detail: { charge: id, cents: value, due: dueDate, batch: job.batch },
    },
  );
  if (!intent) return null;
  const change = { billingType, value, dueDate, reference };
  const answer = await client.updateCharge(id, change);
  if (!answer.ok) return repeatableFailed(ports, intent, answer.error);
  return advance<AdoptJobRow>(ports, intent, {
    state: 'created',
    attempts: settled(intent.attempts, 'done'),
    chargeId: id,
    tries: 0,
  });
}

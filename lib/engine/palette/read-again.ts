import type { AsaasClient } from '../../asaas/client.types.ts';
import { chargeRow, notFound, putCharge } from '../../ledger/charges.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { asaasFailureView } from '../setup/failures.ts';
import { isFresh } from './freshness.ts';

/**
 * Asks Asaas for one charge again, unless that was just done, and keeps the answer. What cannot be read
 * stays as it was, and its age says so; gives why.
 */
export async function readAgain(
  ports: EnginePorts,
  client: AsaasClient,
  charge: ChargeRow,
): Promise<FailureView | null> {
  const seenAt = ports.now();
  if (isFresh(charge.seenAt, seenAt)) return null;
  const answer = await client.getCharge(charge.id);
  if (!answer.ok && answer.error.kind !== 'not-found') return asaasFailureView(answer.error);
  const row = answer.ok ? chargeRow(answer.value, seenAt) : { ...notFound(charge), seenAt };
  if (row && (await putCharge(ports.ledger, row, ports.now()))) ports.events.changed(charge);
  return null;
}

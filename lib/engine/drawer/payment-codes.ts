import type { AsaasClient } from '../../asaas/client.types.ts';
import { isExpired } from '../../billing/pix-expiry.ts';
import { livenessOf } from '../../billing/status.ts';
import type { ChargeRow, CodesRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { asaasFailureView } from '../setup/failures.ts';

export interface Codes {
  readonly row: CodesRow | null;
  readonly failure: FailureView | null;
}

/**
 * The charge's Pix code and linha digitável: from the ledger while they still belong to the same value
 * and date and the Pix has not expired, otherwise anew from Asaas. A charge that cannot be paid any
 * more has none.
 */
export async function paymentCodes(
  ports: EnginePorts,
  client: AsaasClient,
  charge: ChargeRow,
): Promise<Codes> {
  if (livenessOf(charge) !== 'live') return { row: null, failure: null };
  const known = await ports.ledger.codes.get(charge.id);
  if (known && isCurrent(known, charge, ports.clock.now())) return { row: known, failure: null };

  const pix = await client.pixCode(charge.id);
  const linha = hasBoleto(charge) ? await client.linhaDigitavel(charge.id) : null;
  const failed = [pix, linha].find((answer) => answer?.ok === false);
  const failure = failed?.ok === false ? asaasFailureView(failed.error) : null;
  if (!pix.ok && linha?.ok !== true) return { row: null, failure };
  const row: CodesRow = {
    chargeId: charge.id,
    pix: pix.ok ? pix.value : null,
    linhaDigitavel: linha?.ok === true ? linha.value : null,
    dueDate: charge.dueDate,
    value: charge.value,
    fetchedAt: ports.now(),
  };
  if (failure === null) await ports.ledger.codes.put(row);
  return { row, failure };
}

function hasBoleto(charge: ChargeRow): boolean {
  return charge.billingType === 'BOLETO' || charge.billingType === 'UNDEFINED';
}

function isCurrent(row: CodesRow, charge: ChargeRow, now: number): boolean {
  const same = row.dueDate === charge.dueDate && row.value === charge.value;
  return same && (row.pix === null || !isExpired(row.pix, now));
}

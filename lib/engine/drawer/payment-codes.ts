import type { AsaasClient, AsaasFailure } from '../../asaas/client.types.ts';
import { todayInSaoPaulo } from '../../billing/calendar.ts';
import { isExpired } from '../../billing/pix-expiry.ts';
import { livenessOf } from '../../billing/status.ts';
import type { ChargeRow, CodesRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { asaasFailureView } from '../setup/failures.ts';
import { hasRegistrationLapsed } from './registration.ts';

export interface Codes {
  readonly row: CodesRow | null;
  readonly failure: FailureView | null;
  /** The boleto's registration is over: there is no linha digitável to give. */
  readonly lapsed: boolean;
}

/** A linha digitável kept for longer is asked for again: nothing in it says until when it can be paid. ms. */
const DAY = 24 * 60 * 60_000;

/**
 * The charge's Pix code and linha digitável: from the ledger while they still belong to the same value
 * and date and can be paid, otherwise anew from Asaas. A charge that cannot be paid any more has none,
 * and a boleto whose registration lapsed no linha digitável.
 */
export async function paymentCodes(
  ports: EnginePorts,
  client: AsaasClient,
  charge: ChargeRow,
): Promise<Codes> {
  if (livenessOf(charge) !== 'live') return { row: null, failure: null, lapsed: false };
  const known = await ports.ledger.codes.get(charge.id);
  const isOver = hasBoleto(charge) && (await hasRegistrationLapsed(ports, charge));
  if (known && isCurrent(known, charge, isOver, ports))
    return { row: known, failure: null, lapsed: isOver };

  const [pix, asked] = await Promise.all([
    client.pixCode(charge.id),
    hasBoleto(charge) && !isOver ? client.linhaDigitavel(charge.id) : null,
  ]);
  const isRefused = asked?.ok === false && charge.status === 'OVERDUE' && isNoLinha(asked.error);
  const lapsed = isOver || isRefused;
  const linha = isRefused ? null : asked;
  const failed = [pix, linha].find((answer) => answer?.ok === false);
  const failure = failed?.ok === false ? asaasFailureView(failed.error) : null;
  if (!pix.ok && linha?.ok !== true) return { row: null, failure, lapsed };
  const row: CodesRow = {
    chargeId: charge.id,
    pix: pix.ok ? pix.value : null,
    linhaDigitavel: linha?.ok === true ? linha.value : null,
    dueDate: charge.dueDate,
    value: charge.value,
    fetchedAt: ports.now(),
  };
  // A refusal is no code to keep: the next drawer asks again.
  if (failure === null && !isRefused) await ports.ledger.codes.put(row);
  return { row, failure, lapsed };
}

/** Asaas knows the charge and has no linha digitável for it. */
function isNoLinha({ kind }: AsaasFailure): boolean {
  return kind === 'rejected' || kind === 'not-found';
}

function hasBoleto(charge: ChargeRow): boolean {
  return charge.billingType === 'BOLETO' || charge.billingType === 'UNDEFINED';
}

function isCurrent(
  row: CodesRow,
  charge: ChargeRow,
  isOver: boolean,
  { clock, now }: Pick<EnginePorts, 'clock' | 'now'>,
): boolean {
  const isSame = row.dueDate === charge.dueDate && row.value === charge.value;
  if (!isSame || (row.pix !== null && isExpired(row.pix, clock.now()))) return false;
  if (row.linhaDigitavel === null) return true;
  const isFromBefore =
    charge.status === 'OVERDUE' && todayInSaoPaulo(row.fetchedAt) <= charge.dueDate;
  return !isOver && !isFromBefore && now() - row.fetchedAt < DAY;
}

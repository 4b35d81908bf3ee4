import { todayInSaoPaulo } from '../../../billing/calendar.ts';
import { classifyCharge } from '../../../billing/status.ts';
import type { ChargeRow } from '../../../ledger/rows.ts';
import { payableCharge } from '../../palette/payable.ts';
import type { EnginePorts } from '../../ports.ts';

/** More than a message could list. */
const MOST = 50;

/**
 * The charges of a customer that are overdue and may be handed to the payer, the oldest first. From the
 * ledger: as the last sweep saw them.
 */
export async function overdueCharges(
  ports: EnginePorts,
  origin: string,
  customerId: string,
): Promise<readonly ChargeRow[]> {
  const today = todayInSaoPaulo(ports.clock.now());
  const invoices = await ports.ledger.invoices
    .where('[origin+customerId]')
    .equals([origin, customerId])
    .limit(500)
    .toArray();
  const open = invoices.filter(({ status }) => status === 'open' || status === 'partial');
  const charges: ChargeRow[] = [];
  for (const { id } of open) {
    const charge = await payableCharge(ports, { origin, invoiceId: id });
    if (charge.ok && classifyCharge(charge.value, today) === 'overdue') charges.push(charge.value);
  }
  return charges.toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : 1)).slice(0, MOST);
}

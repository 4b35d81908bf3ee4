import { todayInSaoPaulo } from '../../../billing/calendar.ts';
import type { CopyRefusal } from '../../../messages/palette.ts';
import { classifyCharge } from '../../../billing/status.ts';
import type { ChargeRow, JobRow } from '../../../ledger/rows.ts';
import { newestEdit } from '../../outbox/edit-made.ts';
import { payableCharge } from '../../palette/payable.ts';
import type { EnginePorts } from '../../ports.ts';
import type { Around } from './kinds-of.ts';

/** What the ledger knows around a charge on screen, and why it may not be asked for; null: it may. */
export async function aroundCharge(
  ports: EnginePorts,
  origin: string,
  charge: ChargeRow,
  customerId: string | null,
): Promise<Around & { readonly refused: CopyRefusal | null }> {
  const { invoiceId, providerKey } = charge;
  const payable = await payableCharge(ports, { origin, invoiceId });
  const key: [string, string] = [providerKey, invoiceId];
  const jobs = await ports.ledger.jobs.where('[providerKey+invoiceId]').equals(key).toArray();
  return {
    today: todayInSaoPaulo(ports.clock.now()),
    isPayable: payable.ok,
    refused: payable.ok ? null : payable.error,
    overdue: customerId === null ? 0 : await overdueBeside(ports, origin, charge.id, customerId),
    isReplaced: isReplaced(jobs, charge),
  };
}

/**
 * How many of the customer's charges the ledger shows as overdue: none where the one on screen is not among
 * them, since it is told beside it or not at all. Only to offer the message: what it tells is read anew.
 */
async function overdueBeside(
  ports: EnginePorts,
  origin: string,
  chargeId: string,
  customerId: string,
): Promise<number> {
  const today = todayInSaoPaulo(ports.clock.now());
  const invoices = await ports.ledger.invoices
    .where('[origin+customerId]')
    .equals([origin, customerId])
    .limit(500)
    .toArray();
  const open = invoices.filter(({ status }) => status === 'open' || status === 'partial');
  const overdue: string[] = [];
  for (const { id } of open) {
    const charge = await payableCharge(ports, { origin, invoiceId: id });
    if (charge.ok && classifyCharge(charge.value, today) === 'overdue')
      overdue.push(charge.value.id);
  }
  return overdue.includes(chargeId) ? overdue.length : 0;
}

/** Whether an edit gave the charge the date or the value that it has. */
function isReplaced(jobs: readonly JobRow[], charge: ChargeRow): boolean {
  const job = newestEdit(jobs, charge, ({ edit }) => edit.dueDate !== null || edit.value !== null);
  if (job === null) return false;
  const { dueDate, value } = job.edit;
  return (
    (dueDate?.to ?? charge.dueDate) === charge.dueDate &&
    (value?.to ?? charge.value) === charge.value
  );
}

import { chargeRow } from '../../../ledger/charges.ts';
import { isPaidByPayer, isReceivedBeside, tellPaidTwice } from '../../outbox/counter-ends.ts';
import { readCounterInvoice } from '../../outbox/counter-sides.ts';
import { isOfAnotherCustomer } from '../../palette/charged-for.ts';
import type { EnginePorts } from '../../ports.ts';
import type { ActSubject } from './check.ts';

/**
 * Whether IXC shows received at the counter what the payer has paid at Asaas, so that one of the two has to
 * go back: that is raised as an alert. False where IXC cannot be asked.
 */
export async function paidOnBothSides(
  ports: EnginePorts,
  { panel, invoiceId, charge }: Pick<ActSubject, 'panel' | 'invoiceId' | 'charge'>,
): Promise<boolean> {
  if (!isPaidByPayer(charge)) return false;
  const { origin } = panel;
  const read = await readCounterInvoice(ports, { origin, invoiceId, asked: true });
  const row = chargeRow(charge, ports.now());
  if (!read.ok || row === null || !isReceivedBeside(charge, read.value.invoice)) return false;
  const invoice = await ports.ledger.invoices.get([origin, invoiceId]);
  if (await isOfAnotherCustomer(ports.ledger, origin, row, invoice)) return false;
  await tellPaidTwice(ports, row, read.value.invoice);
  return true;
}

import type { Customer } from '../../../billing/invoice.ts';
import { isOtherPerson } from '../../../billing/payer/differences.ts';
import { chargeRow } from '../../../ledger/charges.ts';
import { customerCharged } from '../../palette/charged-for.ts';
import { readInvoicesAgain } from '../../palette/read-invoices.ts';
import type { EnginePorts } from '../../ports.ts';
import { customerOf, isSomebodyElse } from '../../send/whose-payer.ts';
import type { ActSubject } from './check.ts';

/** Who the two sides say that a charge is about. */
export interface Whose {
  /** IXC's; null where nobody could be asked. */
  readonly customer: Customer | null;
  /** Name or document are not the same on both sides. */
  readonly isOtherPayer: boolean;
  /** IXC could be asked, and the charge was made for somebody else. */
  readonly isOthers: boolean;
}

/**
 * Whose a charge is, asked of IXC now: a base that was restored gives its numbers out again, and the charge
 * bears a number and nothing more. Whom it was made for is known from the ledger, or else from its payer. An
 * IXC that cannot be asked says nothing against anybody.
 */
export async function whoseCharge(
  ports: EnginePorts,
  { panel, invoiceId, charge, payer }: Omit<ActSubject, 'settings' | 'account' | 'client'>,
): Promise<Whose> {
  const { origin } = panel;
  await readInvoicesAgain(ports, origin, [invoiceId]);
  const invoice = await ports.ledger.invoices.get([origin, invoiceId]);
  const row = chargeRow(charge, ports.now());
  if (!invoice || !row) return { customer: null, isOtherPayer: false, isOthers: false };
  const customer = await customerOf(ports, origin, invoice.customerId);
  const charged = await customerCharged(ports.ledger, origin, row, invoice);
  const isOthers =
    charged === null
      ? customer !== null && isSomebodyElse(payer, customer, panel)
      : charged !== invoice.customerId;
  return { customer, isOtherPayer: customer !== null && isOtherPerson(customer, payer), isOthers };
}

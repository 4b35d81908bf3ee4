import type { Carteira, Customer, Invoice } from '../../billing/invoice.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { IxcClient } from '../../ixc/webservice/client.types.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { ixcFailureView } from '../setup/failures.ts';

/** What IXC says of one invoice and whom it concerns, read now. */
export interface IxcReading {
  readonly invoice: Invoice;
  readonly customer: Customer;
  /** Null when the token's user may not list carteiras. */
  readonly carteira: Carteira | null;
  /** Invoices that were renegotiated into this one: a charge of theirs asks for the same money. */
  readonly predecessors: readonly Invoice[];
}

/** Reads all of it, or says why not; the invoice's reading is kept in the ledger. */
export async function readIxc(
  ports: EnginePorts,
  ixc: IxcClient,
  panel: PanelSettings,
  invoiceId: string,
): Promise<Result<IxcReading, FailureView>> {
  const invoice = await ixc.invoice(invoiceId);
  if (!invoice.ok) return fail(ixcFailureView(invoice.error));
  if (invoice.value === null)
    return fail({ code: 'ixc-invoice-not-found', params: { id: invoiceId } });
  await ports.ledger.invoices.put({ ...invoice.value, origin: panel.origin, readAt: ports.now() });
  const { customerId, carteiraId, bornFromRenegotiation } = invoice.value;
  const [customer, carteira, predecessors] = await Promise.all([
    ixc.customer(customerId),
    ixc.carteira(carteiraId),
    bornFromRenegotiation === null ? ok([]) : ixc.closedByRenegotiation(bornFromRenegotiation),
  ]);
  if (!customer.ok) return fail(ixcFailureView(customer.error));
  if (customer.value === null) return fail({ code: 'ixc-suspicious-empty' });
  // The token's user may lack the right to list carteiras; the invoice's own fields are then what counts.
  if (!carteira.ok && carteira.error.kind !== 'refused')
    return fail(ixcFailureView(carteira.error));
  if (!predecessors.ok) return fail(ixcFailureView(predecessors.error));
  return ok({
    invoice: invoice.value,
    customer: customer.value,
    carteira: carteira.ok ? carteira.value : null,
    predecessors: predecessors.value.filter(({ id }) => id !== invoice.value?.id),
  });
}

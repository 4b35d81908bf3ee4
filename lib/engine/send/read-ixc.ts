import type { ReadingSource } from '../../billing/reading-source.ts';
import type { Carteira, Customer, Invoice } from '../../billing/invoice.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { IxcFailure } from '../../ixc/webservice/client.types.ts';
import { putInvoices } from '../../ledger/invoices.ts';
import type { TypedInvoice } from '../../messages/drawer.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import type { EnginePorts, IxcReader } from '../ports.ts';
import { ixcFailureView } from '../setup/failures.ts';
import { filialDocument } from './filial-document.ts';
import { readPredecessors } from './read-predecessors.ts';
import { readTyped } from './typed-reading.ts';

/** What IXC says of one invoice and whom it concerns, read now. */
export interface IxcReading {
  readonly source: ReadingSource;
  readonly invoice: Invoice;
  readonly customer: Customer;
  /** Null when the reader may not read carteiras. */
  readonly carteira: Carteira | null;
  readonly carteiraRead: boolean;
  readonly filialDocument: string | null;
  /** Invoices that were renegotiated into this one, at whatever remove: a charge of theirs asks for the same money. */
  readonly predecessors: readonly Invoice[];
  /** False: this source cannot say which those are, or not all of them. */
  readonly predecessorsRead: boolean;
  /** An earlier reading said that the invoice is another customer's than the one that was typed. */
  readonly typedOtherCustomer: boolean;
  /** That earlier reading; null when there is none, or it is not needed. */
  readonly readBefore: Pick<Invoice, 'open' | 'dueDate'> | null;
  /** What the operator typed, where that is all there is. */
  readonly typed: TypedInvoice | null;
}

type Reads = Exclude<IxcReader, { readonly source: 'hand' }>;

/** Reads all of it, or says why not. */
export function readIxc(
  ports: EnginePorts,
  reader: IxcReader,
  panel: PanelSettings,
  invoiceId: string,
): Promise<Result<IxcReading, FailureView>> {
  if (reader.source === 'hand') return readTyped(ports, panel, invoiceId);
  return readRecords(ports, reader, panel, invoiceId);
}

/** Reads the records; the invoice's is kept in the ledger. */
async function readRecords(
  ports: EnginePorts,
  reader: Reads,
  { origin }: PanelSettings,
  invoiceId: string,
): Promise<Result<IxcReading, FailureView>> {
  const { client: ixc } = reader;
  const readAt = ports.now();
  const invoice = await ixc.invoice(invoiceId);
  if (!invoice.ok) return fail(ixcFailureView(invoice.error));
  if (invoice.value === null)
    return fail({ code: 'ixc-invoice-not-found', params: { id: invoiceId } });
  await putInvoices(ports.ledger, [{ ...invoice.value, origin, readAt }], ports.now());
  const { customerId, carteiraId, filialId } = invoice.value;
  const [customer, carteira, predecessors, filial] = await Promise.all([
    ixc.customer(customerId),
    ixc.carteira(carteiraId),
    readPredecessors(ixc, invoice.value),
    filialDocument(ports, ixc, origin, filialId),
  ]);
  if (!customer.ok) return fail(ixcFailureView(customer.error));
  if (customer.value === null) return fail({ code: 'ixc-suspicious-empty' });
  if (!carteira.ok && !mayNotBeRead(carteira.error)) return fail(ixcFailureView(carteira.error));
  if (!predecessors.ok) return fail(ixcFailureView(predecessors.error));
  return ok({
    // Read last: it is the way that the readings above came by.
    source: reader.source,
    invoice: invoice.value,
    customer: customer.value,
    carteira: carteira.ok ? carteira.value : null,
    carteiraRead: carteira.ok,
    filialDocument: filial,
    predecessors: predecessors.value.invoices,
    predecessorsRead: predecessors.value.complete,
    typedOtherCustomer: false,
    readBefore: null,
    typed: null,
  });
}

/** The reader may lack the right to carteiras; the invoice's own fields are then what counts. */
function mayNotBeRead({ kind }: IxcFailure): boolean {
  return kind === 'refused' || kind === 'unsupported';
}

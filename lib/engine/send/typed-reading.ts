import { normaliseDocument } from '../../billing/document.ts';
import type { Customer, Invoice } from '../../billing/invoice.ts';
import { cents } from '../../billing/money.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { InvoiceRow } from '../../ledger/rows.ts';
import type { TypedInvoice } from '../../messages/drawer.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { rememberedFilialDocument } from './filial-document.ts';
import type { IxcReading } from './read-ixc.ts';

/**
 * What the operator typed within the last ten minutes, as if it had been read. Amount, date and customer
 * are the operator's, and never more than was open before; whatever else an earlier reading said of the
 * invoice stands, above all what forbids to send it.
 */
export async function readTyped(
  ports: EnginePorts,
  panel: PanelSettings,
  invoiceId: string,
): Promise<Result<IxcReading, FailureView>> {
  const kept = await ports.typed.read(panel.origin, invoiceId);
  if (!kept.ok) return kept;
  if (kept.value === null) return fail({ code: 'ixc-by-hand' });
  const { typed } = kept.value;
  const earlier = (await ports.ledger.invoices.get([panel.origin, invoiceId])) ?? null;
  return ok({
    source: 'hand',
    invoice: typedInvoice(invoiceId, typed, earlier),
    customer: typedCustomer(typed),
    carteira: null,
    carteiraRead: false,
    // Which filial it is of is known from an earlier reading alone.
    filialDocument: await rememberedFilialDocument(
      ports.ledger,
      panel.origin,
      earlier?.filialId ?? '',
    ),
    predecessors: [],
    predecessorsRead: false,
    typedOtherCustomer: earlier !== null && earlier.customerId !== typed.customerId,
    readBefore: earlier === null ? null : { open: earlier.open, dueDate: earlier.dueDate },
    typed,
  });
}

function typedInvoice(id: string, typed: TypedInvoice, earlier: InvoiceRow | null): Invoice {
  const open = cents(typed.open);
  return {
    id,
    status: earlier?.status ?? 'open',
    released: earlier?.released ?? true,
    filialId: earlier?.filialId ?? '',
    carteiraId: earlier?.carteiraId ?? '',
    customerId: typed.customerId,
    contractId: earlier?.contractId ?? null,
    document: earlier?.document ?? null,
    issuedOn: earlier?.issuedOn ?? null,
    dueDate: typed.dueDate,
    value: open,
    open,
    received: cents(0),
    renegotiated: earlier?.renegotiated ?? false,
    bornFromRenegotiation: earlier?.bornFromRenegotiation ?? null,
    registeredElsewhere: earlier?.registeredElsewhere ?? [],
    hasBoletoNumber: earlier?.hasBoletoNumber ?? false,
    directDebit: earlier?.directDebit ?? false,
    recurringCard: earlier?.recurringCard ?? false,
    inCollection: earlier?.inCollection ?? false,
    protested: earlier?.protested ?? false,
    contested: earlier?.contested ?? false,
    updatedAt: null,
    conditionalDiscount: null,
  };
}

function typedCustomer(typed: TypedInvoice): Customer {
  const { customerId, name, document, email, mobilePhone } = typed;
  return {
    id: customerId,
    name: name.trim(),
    document: normaliseDocument(document),
    active: true,
    email: textOf(email),
    phone: null,
    mobilePhone: textOf(mobilePhone),
    postalCode: null,
    address: null,
    addressNumber: null,
    complement: null,
    district: null,
  };
}

function textOf(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

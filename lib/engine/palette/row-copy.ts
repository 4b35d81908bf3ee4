import type { Customer } from '../../billing/invoice.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import { putInvoices } from '../../ledger/invoices.ts';
import type { CopyOutcome } from '../../messages/palette.ts';
import type { PanelCopy, RowCopied } from '../../messages/panel.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { forPurpose } from '../quota/for-purpose.ts';
import { ixcFailureView } from '../setup/failures.ts';
import type { NoCopy } from './current-codes.ts';
import { paymentCode } from './payment-code.ts';
import { inWhatsApp, readyText } from './ready-text.ts';

/**
 * What a row's copy menu asks for: one payment code, or the ready message, which is opened in WhatsApp from
 * here and never reaches the page. Of a failure the page is told no more than that there was one.
 */
export async function copyForRow(
  shared: EnginePorts,
  about: { readonly origin: string; readonly invoiceId: string },
  what: RowCopied,
  openTab: (url: string) => Promise<void>,
): Promise<PanelCopy> {
  const ports = forPurpose(shared, 'person');
  const outcome =
    what === 'whatsapp'
      ? await toWhatsApp(ports, about, openTab)
      : await paymentCode(ports, about, what);
  if ('text' in outcome) return { code: outcome.text };
  if ('opened' in outcome) return { opened: true };
  if ('refused' in outcome) return { refused: outcome.refused };
  return { failed: outcome.failure.code === 'locked' ? 'locked' : 'unreachable' };
}

async function toWhatsApp(
  ports: EnginePorts,
  { origin, invoiceId }: { readonly origin: string; readonly invoiceId: string },
  openTab: (url: string) => Promise<void>,
): Promise<CopyOutcome> {
  const { panels } = await ports.readSettings();
  const panel = panels.find((known) => known.origin === origin);
  if (!panel) return { refused: 'no-charge' };
  const customer = await customerOf(ports, panel, invoiceId);
  if (!customer.ok) return customer.error;
  const message = await readyText(ports, panel, customer.value, invoiceId);
  return inWhatsApp(ports, panel, customer.value, message, openTab);
}

/** Whose invoice it is, read now: names and numbers are never kept. */
async function customerOf(
  ports: EnginePorts,
  { origin }: PanelSettings,
  invoiceId: string,
): Promise<Result<Customer, NoCopy>> {
  const reader = await ports.ixc(origin);
  if (!reader.ok) return fail({ failure: reader.error });
  if (reader.value.source === 'hand') return fail({ failure: { code: 'ixc-by-hand' } });
  const { client } = reader.value;
  const readAt = ports.now();
  const invoice = await client.invoice(invoiceId);
  if (!invoice.ok) return fail({ failure: ixcFailureView(invoice.error) });
  if (invoice.value === null) return fail({ refused: 'no-charge' });
  await putInvoices(ports.ledger, [{ ...invoice.value, origin, readAt }], ports.now());
  const customer = await client.customer(invoice.value.customerId);
  if (!customer.ok) return fail({ failure: ixcFailureView(customer.error) });
  return customer.value === null
    ? fail({ failure: { code: 'ixc-suspicious-empty' } })
    : ok(customer.value);
}

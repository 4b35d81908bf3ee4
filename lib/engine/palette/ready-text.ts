import type { Customer } from '../../billing/invoice.ts';
import type { MessageKind } from '../../billing/message/kinds.ts';
import { whatsAppUrl } from '../../billing/message/links.ts';
import { numberOf } from '../../billing/message/phone.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type { CopyOutcome } from '../../messages/palette.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { recordOpened } from '../desk/message/record.ts';
import type { EnginePorts } from '../ports.ts';
import { composed, toldCharge } from './composed.ts';
import { currentCharge, type NoCopy } from './current-codes.ts';
import { overdueNow } from './overdue-now.ts';

/** Whom a message is for. */
type Reached = Pick<Customer, 'id' | 'name' | 'phone' | 'mobilePhone' | 'whatsapp'>;

/** A message that is ready to be sent or copied, and what it is about; or why there is none. */
type Ready =
  | {
      readonly text: string;
      /** Invoices that it ought to name and cannot. */
      readonly left: number;
      readonly kind: MessageKind;
      readonly charges: readonly ChargeRow[];
    }
  | NoCopy;

/** What of a ready message goes to the clipboard. */
export function toCopy(ready: Ready): CopyOutcome {
  return 'text' in ready ? { text: ready.text, left: ready.left } : ready;
}

/** The ready message about one invoice's charge, with its codes. */
export async function readyText(
  ports: EnginePorts,
  panel: PanelSettings,
  customer: Reached,
  invoiceId: string,
): Promise<Ready> {
  const current = await currentCharge(ports, { origin: panel.origin, invoiceId }, 'codes');
  if (!current.ok) return current.error;
  const { charge, codes } = current.value;
  const told = toldCharge(charge, codes);
  const text = composed(ports, await ports.readSettings(), panel, customer.name, [told]);
  return text.ok ? { ...text.value, left: 0, charges: [charge] } : { refused: text.error };
}

/**
 * One message with every one of these invoices that can be paid, and their total. `left` of them are not in
 * it: without a charge there is nothing to pay them by.
 */
export async function overdueText(
  ports: EnginePorts,
  panel: PanelSettings,
  customer: Reached,
  invoiceIds: readonly string[],
): Promise<Ready> {
  const [only, ...others] = invoiceIds;
  if (only === undefined) return { refused: 'nothing-overdue' };
  if (others.length === 0) return readyText(ports, panel, customer, only);
  const overdue = await overdueNow(ports, panel.origin, invoiceIds);
  if (!overdue.ok) return overdue.error;
  const { charges, left } = overdue.value;
  const told = charges.map((charge) => toldCharge(charge, null));
  const text = composed(ports, await ports.readSettings(), panel, customer.name, told);
  return text.ok ? { ...text.value, left, charges } : { refused: text.error };
}

/**
 * Opens the conversation with a message written in it, and not sent. It is written down before, and counts
 * among the day's as every other does.
 */
export async function inWhatsApp(
  ports: EnginePorts,
  { origin }: Pick<PanelSettings, 'origin'>,
  customer: Reached,
  message: Ready,
  openTab: (url: string) => Promise<void>,
): Promise<CopyOutcome> {
  if (!('text' in message)) return message;
  const number = numberOf(customer);
  if (!number.ok) return { refused: 'no-phone' };
  const { text, kind, charges, left } = message;
  const url = whatsAppUrl(number.value, text);
  if (!url.ok) return { refused: 'too-long' };
  const leaving = { origin, customerId: customer.id, charges, kind, text };
  const written = await recordOpened(ports, { ...leaving, channel: 'whatsapp' });
  if (!written.ok) return { refused: 'cap' };
  await openTab(url.value);
  return { opened: true, left };
}

import { todayInSaoPaulo } from '../../../billing/calendar.ts';
import { isMailAddress } from '../../../billing/message/links.ts';
import type { MessageKind } from '../../../billing/message/kinds.ts';
import { asIxcWritesIt, firstNumber } from '../../../billing/message/phone.ts';
import { type MessageProblem, readyMessage } from '../../../billing/message/ready-message.ts';
import type { ToldCharge } from '../../../billing/message/values.ts';
import type { Contact, Customer } from '../../../billing/invoice.ts';
import { fail, ok, type Result } from '../../../billing/result.ts';
import type { ChargeRow } from '../../../ledger/rows.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { MessageDraft, MessageRefusal } from '../../../messages/payer-message.ts';
import type { PanelSettings, Settings } from '../../../settings/settings.ts';
import { paymentCodes } from '../../drawer/payment-codes.ts';
import type { EnginePorts } from '../../ports.ts';
import { providerInMessages } from './provider.ts';

export interface Asked {
  readonly kind: MessageKind;
  readonly customer: Customer;
  readonly panel: PanelSettings;
  /** The one on screen, or all that are overdue. */
  readonly charges: readonly ChargeRow[];
}

export interface Composed extends Omit<MessageDraft, 'id'> {
  readonly unread: FailureView | null;
}

/** Composes a draft, with codes that pay now: they are asked for where the ledger's are not current. */
export async function compose(
  ports: EnginePorts,
  settings: Settings,
  { kind, customer, panel, charges }: Asked,
): Promise<Result<Composed, MessageRefusal>> {
  const provider = providerInMessages(settings, panel);
  const [told, unread] = await toldCharges(ports, settings, kind, charges);
  const message = readyMessage({
    kind,
    templates: settings.messages.templates,
    customerName: customer.name,
    charges: told,
    provider,
    today: todayInSaoPaulo(ports.clock.now()),
  });
  if (!message.ok) return fail(refusalOf(message.error));
  return ok({ kind, ...message.value, provider, unread, ...reachOf(customer) });
}

async function toldCharges(
  ports: EnginePorts,
  settings: Settings,
  kind: MessageKind,
  charges: readonly ChargeRow[],
): Promise<readonly [readonly ToldCharge[], FailureView | null]> {
  const [only] = charges;
  const names = kind === 'all-overdue' || kind === 'received' || !only;
  const codes = names ? null : await codesOf(ports, settings, only);
  const told = charges.map(({ value, dueDate, invoiceUrl }) => ({
    value,
    dueDate,
    invoiceUrl,
    linhaDigitavel: codes?.row?.linhaDigitavel ?? null,
    pix: codes?.row?.pix?.payload ?? null,
  }));
  return [told, codes?.failure ?? null];
}

async function codesOf(ports: EnginePorts, { accounts }: Settings, charge: ChargeRow) {
  const account = accounts.find(({ id }) => id === charge.accountId);
  if (!account) return { row: null, failure: { code: 'no-account' } as const };
  const client = await ports.asaas(account, 'person');
  return client.ok
    ? paymentCodes(ports, client.value, charge)
    : { row: null, failure: client.error };
}

function reachOf(contact: Contact): Pick<MessageDraft, 'phone' | 'mail'> {
  const number = firstNumber([contact.mobilePhone, contact.phone]);
  const { email } = contact;
  return {
    phone: number.ok ? { number: asIxcWritesIt(number.value) } : { missing: number.error },
    mail: isMailAddress(email) ? email.trim() : null,
  };
}

function refusalOf(problem: MessageProblem): MessageRefusal {
  switch (problem.code) {
    case 'no-charge':
    case 'identity':
    case 'missing-values':
      return problem;
    default:
      return { code: 'template', problem };
  }
}

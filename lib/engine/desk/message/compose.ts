import { isMailAddress } from '../../../billing/message/links.ts';
import type { MessageKind } from '../../../billing/message/kinds.ts';
import { asIxcWritesIt, numberOf } from '../../../billing/message/phone.ts';
import { type MessageProblem, readyMessage } from '../../../billing/message/ready-message.ts';
import { todayInSaoPaulo } from '../../../billing/calendar.ts';
import type { Customer } from '../../../billing/invoice.ts';
import { fail, ok, type Result } from '../../../billing/result.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { MessageDraft, MessageRefusal } from '../../../messages/payer-message.ts';
import type { PanelSettings, Settings } from '../../../settings/settings.ts';
import { toldCharge } from '../../palette/composed.ts';
import type { EnginePorts } from '../../ports.ts';
import type { About } from './about.ts';
import { providerInMessages } from './provider.ts';

export interface Asked {
  readonly kind: MessageKind;
  readonly customer: Customer;
  readonly panel: PanelSettings;
  readonly about: About;
}

export interface Composed extends Omit<MessageDraft, 'id' | 'tries'> {
  /** Why the codes are missing. */
  readonly unread: FailureView | null;
}

/** Composes a draft of what was just read. */
export function compose(
  { clock }: Pick<EnginePorts, 'clock'>,
  settings: Settings,
  { kind, customer, panel, about }: Asked,
): Result<Composed, MessageRefusal> {
  const provider = providerInMessages(settings, panel);
  const { charges, codes, left } = about;
  const message = readyMessage({
    kind,
    templates: settings.messages.templates,
    customerName: customer.name,
    charges: charges.map((charge) => toldCharge(charge, codes)),
    provider,
    today: todayInSaoPaulo(clock.now()),
  });
  if (!message.ok) return fail(refusalOf(message.error));
  const unread = codes?.failure ?? null;
  const isUnchecked = about.unread !== null && unread === null;
  return ok({ kind, ...message.value, provider, left, isUnchecked, unread, ...reachOf(customer) });
}

function reachOf(customer: Customer): Pick<MessageDraft, 'phone' | 'mail'> {
  const number = numberOf(customer);
  const { email } = customer;
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

import { i18n } from '#i18n';
import { messageRefusalText, templateProblemText } from '../../../components/message-text.ts';
import { addDays, todayInSaoPaulo } from '../../../lib/billing/calendar.ts';
import type { MessageKind } from '../../../lib/billing/message/kinds.ts';
import { readyMessage } from '../../../lib/billing/message/ready-message.ts';
import type { ToldCharge } from '../../../lib/billing/message/values.ts';
import { cents } from '../../../lib/billing/money.ts';
import type { PanelView } from '../../../lib/messages/pages.ts';
import type { MessagesDraft } from './messages-draft.ts';

/** The message of a kind as a payer who does not exist would read it, or what keeps it from being one. */
export function sampleMessage(
  kind: MessageKind,
  draft: Pick<MessagesDraft, 'templates' | 'providers'>,
  panel: PanelView | null,
): string {
  const own = draft.providers.find(({ origin }) => origin === panel?.origin);
  const today = todayInSaoPaulo(Date.now());
  const isLate = kind === 'overdue' || kind === 'all-overdue';
  const charge: ToldCharge = {
    value: cents(9990),
    dueDate: addDays(today, isLate ? -12 : 5),
    invoiceUrl: 'https://www.asaas.com/i/exemplo',
    linhaDigitavel: '00190.00009 01234.567891 23456.789012 3 00000000009990',
    pix: '00020101021226EXEMPLO5204000053039865802BR6304ABCD',
  };
  const earlier: ToldCharge = { ...charge, value: cents(8990), dueDate: addDays(today, -42) };
  const message = readyMessage({
    kind,
    templates: draft.templates,
    customerName: i18n.t('options_messages.sample_name'),
    charges: kind === 'all-overdue' ? [earlier, charge] : [charge],
    provider: {
      name: filled(own?.name, panel?.providerName ?? i18n.t('options_messages.sample_provider')),
      document: filled(own?.document, '11222333000181'),
      address: filled(own?.address, i18n.t('options_messages.sample_address')),
    },
    today,
  });
  if (message.ok) return message.value.text;
  const { error } = message;
  switch (error.code) {
    case 'missing-values':
    case 'no-charge':
    case 'identity':
      return messageRefusalText(error);
    default:
      return templateProblemText(error);
  }
}

function filled(typed: string | undefined, otherwise: string): string {
  return typed === undefined || typed.trim() === '' ? otherwise : typed;
}

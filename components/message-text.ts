import { i18n } from '#i18n';
import type { MessageChannel, MessageKind, MessageState } from '../lib/billing/message/kinds.ts';
import type { IdentityPart } from '../lib/billing/message/provider-identity.ts';
import type { TemplateProblem, Variable } from '../lib/billing/message/template.ts';
import type { MessageRefusal } from '../lib/messages/payer-message.ts';
import { momentText } from './formats.ts';

export const KIND_NAMES = {
  'second-copy': 'message.kind_second_copy',
  'due-soon': 'message.kind_due_soon',
  overdue: 'message.kind_overdue',
  'new-date': 'message.kind_new_date',
  'all-overdue': 'message.kind_all_overdue',
  received: 'message.kind_received',
} as const satisfies Record<MessageKind, string>;

export const CHANNEL_NAMES = {
  whatsapp: 'message.channel_whatsapp',
  mail: 'message.channel_mail',
  copy: 'message.channel_copy',
  'ixc-sms': 'message.channel_ixc_sms',
  'ixc-omnichannel': 'message.channel_ixc_omnichannel',
} as const satisfies Record<MessageChannel, string>;

export const STATE_NAMES = {
  opened: 'message.state_opened',
  sent: 'message.state_sent',
  'not-sent': 'message.state_not_sent',
  sending: 'message.state_sending',
  unknown: 'message.state_unknown',
} as const satisfies Record<MessageState, string>;

export const VARIABLE_NAMES = {
  primeiro_nome: 'message.variable_primeiro_nome',
  valor: 'message.variable_valor',
  vencimento: 'message.variable_vencimento',
  link: 'message.variable_link',
  linha_digitavel: 'message.variable_linha_digitavel',
  pix: 'message.variable_pix',
  total: 'message.variable_total',
  lista: 'message.variable_lista',
  provedor: 'message.variable_provedor',
  endereco: 'message.variable_endereco',
  cnpj: 'message.variable_cnpj',
} as const satisfies Record<Variable, string>;

const PART_NAMES = {
  name: 'message.identity_name',
  document: 'message.identity_document',
  address: 'message.identity_address',
} as const satisfies Record<IdentityPart, string>;

const PLAIN = {
  empty: 'message.refusal.empty',
  'too-long': 'message.refusal.too_long',
  'no-charge': 'message.refusal.no_charge',
  outdated: 'message.refusal.outdated',
  'customer-unread': 'message.refusal.customer_unread',
  'closed-in-ixc': 'message.refusal.closed_in_ixc',
  several: 'message.refusal.several',
  unproven: 'message.refusal.unproven',
  'overdue-unread': 'message.refusal.overdue_unread',
  unchecked: 'message.refusal.unchecked',
  'unknown-before': 'message.refusal.unknown_before',
  'phone-none': 'message.refusal.phone_none',
  'phone-invalid': 'message.refusal.phone_invalid',
  'mail-none': 'message.refusal.mail_none',
  paused: 'message.refusal.paused',
  'ixc-off': 'message.refusal.ixc_off',
  'ixc-unreachable': 'message.refusal.ixc_unreachable',
} as const;

/** Why a message is not composed or does not leave, and what to do about it. */
export function messageRefusalText(refusal: MessageRefusal): string {
  switch (refusal.code) {
    case 'template':
      return templateProblemText(refusal.problem);
    case 'unfilled':
      return i18n.t('message.refusal.unfilled', { name: refusal.name });
    case 'missing-values': {
      const names = refusal.variables.map((variable) => i18n.t(VARIABLE_NAMES[variable]));
      return i18n.t('message.refusal.missing_values', { names: names.join(', ') });
    }
    case 'identity': {
      const names = refusal.parts.map((part) => i18n.t(PART_NAMES[part]));
      return i18n.t('message.refusal.identity', { names: names.join(', ') });
    }
    case 'cap':
      return i18n.t('message.refusal.cap', {
        most: String(refusal.most),
        time: momentText(refusal.freesAt),
      });
    case 'sms-too-long':
      return i18n.t('message.refusal.sms_too_long', {
        segments: String(refusal.segments),
        most: String(refusal.most),
      });
    case 'address-too-long':
      return i18n.t('message.refusal.address_too_long', {
        length: String(refusal.length),
        most: String(refusal.most),
      });
    default:
      return i18n.t(PLAIN[refusal.code]);
  }
}

/** What is wrong with a template, by the very word that is. */
export function templateProblemText({ code, name }: TemplateProblem): string {
  switch (code) {
    case 'unknown-variable':
      return i18n.t('message.refusal.unknown_variable', { name: `{${name}}` });
    case 'stray-brace':
      return i18n.t('message.refusal.stray_brace', { name });
    case 'empty':
      return i18n.t('message.refusal.template_empty');
    case 'too-long':
      return i18n.t('message.refusal.template_too_long');
  }
}

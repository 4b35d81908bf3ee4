import {
  LONGEST_MAILTO_URL,
  LONGEST_WHATSAPP_URL,
  mailtoUrl,
  whatsAppUrl,
} from '../../../../lib/billing/message/links.ts';
import { whatsAppNumber } from '../../../../lib/billing/message/phone.ts';
import {
  MOST_SMS_SEGMENTS,
  smsLength,
  withoutAccents,
} from '../../../../lib/billing/message/sms-length.ts';
import type { MessageDraft } from '../../../../lib/messages/payer-message.ts';

/** Characters of the address that would open a channel; null: there is nobody to address. */
export interface AddressLengths {
  readonly whatsapp: number | null;
  readonly mail: number | null;
}

export function addressLengths(draft: MessageDraft, subject: string, text: string): AddressLengths {
  const { phone, mail } = draft;
  const number = 'number' in phone ? whatsAppNumber(phone.number) : null;
  const toPhone = number?.ok === true ? whatsAppUrl(number.value, text) : null;
  const toMail = mail === null ? null : mailtoUrl(mail, subject, text);
  return { whatsapp: lengthOf(toPhone), mail: lengthOf(toMail) };
}

/** Which channels would cut the text off. */
export function overlong(draft: MessageDraft, subject: string, text: string) {
  const { whatsapp, mail } = addressLengths(draft, subject, text);
  return {
    whatsapp: (whatsapp ?? 0) > LONGEST_WHATSAPP_URL,
    mail: (mail ?? 0) > LONGEST_MAILTO_URL,
  };
}

/** Whether IXC's SMS would be cut into more parts than one may be. */
export function isLongSms(text: string): boolean {
  return smsLength(withoutAccents(text.trim())).segments > MOST_SMS_SEGMENTS;
}

function lengthOf(url: ReturnType<typeof whatsAppUrl> | ReturnType<typeof mailtoUrl> | null) {
  if (url === null) return null;
  if (url.ok) return url.value.length;
  return 'length' in url.error ? url.error.length : null;
}

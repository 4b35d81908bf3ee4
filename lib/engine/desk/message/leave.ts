import { checkEdited } from '../../../billing/message/edited-text.ts';
import type { MessageChannel } from '../../../billing/message/kinds.ts';
import { mailtoUrl, whatsAppUrl } from '../../../billing/message/links.ts';
import { whatsAppNumber } from '../../../billing/message/phone.ts';
import {
  MOST_SMS_SEGMENTS,
  smsLength,
  withoutAccents,
} from '../../../billing/message/sms-length.ts';
import { fail, ok, type Result } from '../../../billing/result.ts';
import type { MessageDraft, MessageRefusal } from '../../../messages/payer-message.ts';

/** What the operator made of a draft. */
export interface Edited {
  readonly subject: string;
  readonly text: string;
}

/** A message that may leave by a channel; `url`: what opens it, null where nothing does (a copy, IXC). */
export interface Addressed {
  readonly text: string;
  readonly url: string | null;
}

/** Checks what is about to leave, and addresses it. */
export function addressed(
  draft: Omit<MessageDraft, 'id' | 'tries'>,
  { subject, text }: Edited,
  channel: MessageChannel,
): Result<Addressed, MessageRefusal> {
  const checked = checkEdited(text, draft);
  if (!checked.ok) return checked;
  if (channel === 'copy') return ok({ text: checked.value, url: null });
  if (channel === 'mail') return byMail(draft, subject, checked.value);
  if ('missing' in draft.phone) {
    return fail({ code: draft.phone.missing === 'none' ? 'phone-none' : 'phone-invalid' });
  }
  if (channel === 'ixc-sms') return bySms(checked.value);
  if (channel !== 'whatsapp') return ok({ text: checked.value, url: null });
  const number = whatsAppNumber(draft.phone.number);
  if (!number.ok) return fail({ code: 'phone-invalid' });
  const url = whatsAppUrl(number.value, checked.value);
  if (!url.ok) return fail({ ...url.error, code: 'address-too-long' });
  return ok({ text: checked.value, url: url.value });
}

/** IXC's operator pays for every part that a text is cut into. */
function bySms(text: string): Result<Addressed, MessageRefusal> {
  const { segments } = smsLength(withoutAccents(text));
  if (segments <= MOST_SMS_SEGMENTS) return ok({ text, url: null });
  return fail({ code: 'sms-too-long', segments, most: MOST_SMS_SEGMENTS });
}

function byMail(
  { mail }: Pick<MessageDraft, 'mail'>,
  subject: string,
  text: string,
): Result<Addressed, MessageRefusal> {
  if (mail === null) return fail({ code: 'mail-none' });
  const url = mailtoUrl(mail, subject, text);
  if (url.ok) return ok({ text, url: url.value });
  if (url.error.code === 'no-address') return fail({ code: 'mail-none' });
  return fail({ ...url.error, code: 'address-too-long' });
}

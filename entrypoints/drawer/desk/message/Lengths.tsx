import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { countText } from '../../../../components/formats.ts';
import { LONGEST_MAILTO_URL, LONGEST_WHATSAPP_URL } from '../../../../lib/billing/message/links.ts';
import {
  MOST_SMS_SEGMENTS,
  smsLength,
  withoutAccents,
} from '../../../../lib/billing/message/sms-length.ts';
import type { MessageDraft } from '../../../../lib/messages/payer-message.ts';
import { addressLengths } from './overlong.ts';

interface LengthsProps {
  readonly draft: MessageDraft;
  readonly subject: string;
  readonly text: string;
  /** IXC sends it without accents. */
  readonly withSms: boolean;
}

/** How much of each channel the text takes, and what to do where it takes more. */
export function Lengths({ draft, subject, text, withSms }: LengthsProps): ReactElement {
  const { whatsapp, mail } = addressLengths(draft, subject, text.trim());
  const said = withSms ? withoutAccents(text.trim()) : text.trim();
  const { units, segments } = smsLength(said);
  const isCut =
    (whatsapp ?? 0) > LONGEST_WHATSAPP_URL ||
    (mail ?? 0) > LONGEST_MAILTO_URL ||
    (withSms && segments > MOST_SMS_SEGMENTS);
  return (
    <>
      <ul className="stack small soft" aria-label={i18n.t('message.lengths')}>
        {whatsapp !== null && (
          <li>
            {i18n.t('message.length_whatsapp', {
              length: countText(whatsapp),
              most: countText(LONGEST_WHATSAPP_URL),
            })}
          </li>
        )}
        {mail !== null && (
          <li>
            {i18n.t('message.length_mail', {
              length: countText(mail),
              most: countText(LONGEST_MAILTO_URL),
            })}
          </li>
        )}
        <li>
          {i18n.t(withSms ? 'message.length_sms_plain' : 'message.length_sms', {
            units: countText(units),
            segments: countText(segments),
          })}
        </li>
      </ul>
      <p className="warn-text" role="status">
        {isCut && i18n.t('message.too_long')}
      </p>
    </>
  );
}

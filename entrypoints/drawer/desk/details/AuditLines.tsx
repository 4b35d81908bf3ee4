import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { moneyText, momentText } from '../../../../components/formats.ts';
import type { AuditLineView } from '../../../../lib/messages/charge-details.ts';
import { actionText } from './action-text.ts';

/** Who did what and when, as the audit has it: numbers and seats, never names. */
export function AuditLines({ lines }: { readonly lines: readonly AuditLineView[] }): ReactElement {
  if (lines.length === 0) return <p className="soft">{i18n.t('details.audit_empty')}</p>;
  return (
    <ol className="timeline">
      {lines.map(({ id, at, seat, own, user, action, cents, reason }) => (
        <li key={id}>
          <p>
            <time dateTime={new Date(at).toISOString()}>{momentText(at)}</time> {actionText(action)}
            {cents !== null && `, ${moneyText(cents)}`}
            {reason !== null && `. ${reason}`}
          </p>
          <p className="soft small">
            {user === null ? i18n.t('details.user_unknown') : i18n.t('details.user', { user })}
            {' · '}
            {own ? i18n.t('details.source_browser') : i18n.t('details.seat', { seat })}
          </p>
        </li>
      ))}
    </ol>
  );
}

import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Age } from '../../../components/Age.tsx';
import { asaasDateTimeText } from '../../../components/formats.ts';
import type { CounterFreshness } from '../../../lib/engine/sync/counter-freshness.ts';

/** How far what the counter did in one panel's IXC is known. */
export function CounterReading({
  freshness,
}: {
  readonly freshness: CounterFreshness;
}): ReactElement {
  const { lookedAt, cursor, allReadAt, pending } = freshness;
  if (lookedAt === null) return <p className="whole">{i18n.t('options_sync.panel_unread')}</p>;
  return (
    <div className="whole">
      {cursor !== null && (
        <p>{i18n.t('options_sync.panel_cursor', { at: asaasDateTimeText(cursor) })}</p>
      )}
      {allReadAt !== null && (
        <p>
          {i18n.t('options_sync.panel_all')} <Age seenAt={allReadAt} />
        </p>
      )}
      <p>
        {i18n.t('options_sync.panel_looked')} <Age seenAt={lookedAt} />
      </p>
      {pending > 0 && <p>{i18n.t('options_sync.panel_pending', pending)}</p>}
    </div>
  );
}

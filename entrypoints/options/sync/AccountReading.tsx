import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Age } from '../../../components/Age.tsx';
import { momentText } from '../../../components/formats.ts';
import { useNow } from '../../../components/use-now.ts';
import type { Freshness } from '../../../lib/engine/sync/freshness.ts';

/** When what people wait for was last read of an account, and what keeps it from being read. */
export function AccountReading({ freshness }: { readonly freshness: Freshness }): ReactElement {
  const { readAt, underWay, pausedUntil } = freshness;
  const now = useNow(15_000);
  return (
    <p className="whole">
      {readAt === null ? i18n.t('options_sync.account_unread') : <Age seenAt={readAt} />}
      {underWay && `, ${i18n.t('options_sync.account_reading')}`}
      {pausedUntil !== null && pausedUntil > now && (
        <>, {i18n.t('options_sync.reading_paused', { at: momentText(pausedUntil) })}</>
      )}
    </p>
  );
}

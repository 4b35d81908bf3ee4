import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Age } from '../../../../components/Age.tsx';
import { dateText, momentText } from '../../../../components/formats.ts';
import type { TimelineEntry } from '../../../../lib/messages/charge-details.ts';
import { factText, SOURCE_NAMES } from './fact-text.ts';

/** What happened, the newest first: each with who says so, and how old that word is. */
export function Timeline({
  entries,
}: {
  readonly entries: readonly TimelineEntry[];
}): ReactElement {
  if (entries.length === 0) return <p className="soft">{i18n.t('details.timeline_empty')}</p>;
  return (
    <ol className="timeline">
      {entries.map(({ id, fact, source, at, on, ahead, seenAt }) => (
        <li key={id} data-fact={fact.kind} data-ahead={ahead ? '' : undefined}>
          <p>
            <time dateTime={at === null ? on : new Date(at).toISOString()}>
              {at === null ? dateText(on) : momentText(at)}
            </time>{' '}
            {factText(fact, ahead)}
          </p>
          <p className="soft small">
            {i18n.t(SOURCE_NAMES[source])}
            {(source === 'asaas' || source === 'ixc') && (
              <>
                {' · '}
                <Age seenAt={seenAt} />
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

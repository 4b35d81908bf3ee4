import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Section } from '../../../components/Section.tsx';
import type { Live } from '../../../components/use-live.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import { lastHappenings } from '../../../lib/ledger/happenings.ts';
import type { HappeningRow } from '../../../lib/ledger/rows.ts';
import { RowGuard } from '../live/RowGuard.tsx';
import { isFinal, Unread } from '../live/Unread.tsx';
import { invoiceLabel, type Known } from '../places.ts';
import { EventItem } from './EventItem.tsx';

const SHOWN = 6;

interface EventsProps {
  readonly events: Live<readonly HappeningRow[]>;
  readonly known: Known;
}

/** What was seen to happen to charges, newest first. */
export function Events({ events, known }: EventsProps): ReactElement {
  const shown = events.value ?? [];
  return (
    <Section heading={i18n.t('popup.events')} className="stack">
      <Unread of={[events]} />
      {shown.length === 0 && isFinal([events]) && (
        <p className="soft small">{i18n.t('popup.events_empty')}</p>
      )}
      <div role="log" aria-label={i18n.t('popup.events')}>
        <ul className="rows">
          {shown.map((event) => (
            <RowGuard key={event.id} about={invoiceLabel(event.invoiceId, null, known)}>
              <EventItem event={event} known={known} />
            </RowGuard>
          ))}
        </ul>
      </div>
    </Section>
  );
}

export function newestEvents(ledger: LedgerDatabase): Promise<readonly HappeningRow[]> {
  return lastHappenings(ledger, SHOWN);
}

import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Money } from '../../../components/Money.tsx';
import { Section } from '../../../components/Section.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { useNow } from '../../../components/use-now.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import { lastHappenings } from '../../../lib/ledger/happenings.ts';
import { agoText } from '../ago.ts';
import { useLive } from '../live/use-live.ts';
import { invoiceLabel, panelOfKey, type Known } from '../places.ts';
import { eventText } from './event-words.ts';

const SHOWN = 6;

/** What was seen to happen to charges, newest first. */
export function Events({ known }: { readonly known: Known }): ReactElement {
  const now = useNow(30_000);
  const { value } = useLive(newest);
  const events = value ?? [];
  return (
    <Section heading={i18n.t('popup.events')} className="stack">
      {value !== null && events.length === 0 && (
        <p className="soft small">{i18n.t('popup.events_empty')}</p>
      )}
      <div role="log" aria-label={i18n.t('popup.events')}>
        <ul className="rows">
          {events.map((event) => (
            <li key={event.id} data-event={event.to}>
              <div className="section-head">
                <strong>{eventText(event)}</strong>
                <Money amount={event.value} />
              </div>
              <div className="section-head">
                <span className="soft small">
                  {invoiceLabel(
                    event.invoiceId,
                    panelOfKey(event.providerKey, known)?.origin ?? null,
                    known,
                  )}
                  ,{' '}
                  <time dateTime={new Date(event.at).toISOString()}>{agoText(event.at, now)}</time>
                </span>
                <StatusBadge group={event.to} />
              </div>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

function newest(ledger: LedgerDatabase) {
  return lastHappenings(ledger, SHOWN);
}

import type { ReactElement } from 'react';
import { EnvironmentBadge } from '../../../components/EnvironmentBadge.tsx';
import { Money } from '../../../components/Money.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { useNow } from '../../../components/use-now.ts';
import type { HappeningRow } from '../../../lib/ledger/rows.ts';
import { agoText } from '../ago.ts';
import { OpenInvoice } from '../OpenInvoice.tsx';
import { environmentOf, invoiceLabel, panelOfKey, type Known } from '../places.ts';
import { eventText } from './event-words.ts';

interface EventItemProps {
  readonly event: HappeningRow;
  readonly known: Known;
}

/** One thing that was seen to happen. A test's says so: a payment in it is no money. */
export function EventItem({ event, known }: EventItemProps): ReactElement {
  const now = useNow(30_000);
  const { accountId, providerKey, invoiceId, at, to, value } = event;
  const origin = panelOfKey(providerKey, known)?.origin ?? null;
  const invoice = invoiceLabel(invoiceId, origin, known);
  return (
    <li data-event={to}>
      <div className="section-head">
        <strong>{eventText(event)}</strong>
        <Money amount={value} />
      </div>
      <div className="section-head">
        <span className="soft small">
          {invoice}, <time dateTime={new Date(at).toISOString()}>{agoText(at, now)}</time>
        </span>
        {environmentOf(accountId) === 'sandbox' && <EnvironmentBadge of="sandbox" />}
        <StatusBadge group={to} />
        {origin !== null && (
          <OpenInvoice
            origin={origin}
            invoiceId={invoiceId}
            about={`${eventText(event)}, ${invoice}, ${agoText(at, now)}`}
          />
        )}
      </div>
    </li>
  );
}

import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Age } from '../../../components/Age.tsx';
import { dateText } from '../../../components/formats.ts';
import { Money } from '../../../components/Money.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { civilDate } from '../../../lib/billing/calendar.ts';
import { cents } from '../../../lib/billing/money.ts';
import type { Found } from '../../../lib/messages/pages.ts';
import { openInvoice } from '../open-invoice.ts';
import { invoiceLabel, type Known } from '../places.ts';

interface FoundItemProps {
  readonly found: Found;
  readonly known: Known;
}

/** One invoice; the whole of it is the way to its drawer in the panel. */
export function FoundItem({ found, known }: FoundItemProps): ReactElement {
  const { origin, invoiceId, customerName, open, group, seenAt } = found;
  const due = found.dueDate === null ? null : civilDate(found.dueDate);
  const invoice = invoiceLabel(invoiceId, origin, known);
  return (
    <li>
      <button type="button" className="found" onClick={() => void openInvoice(origin, invoiceId)}>
        <span className="section-head">
          <strong>{customerName ?? invoice}</strong>
          <StatusBadge group={group} />
        </span>
        <span className="section-head small">
          <span>
            {customerName !== null && `${invoice}, `}
            {due === null
              ? i18n.t('popup.no_due_date')
              : i18n.t('popup.due_on', { date: dateText(due) })}
          </span>
          {open !== null && <Money amount={cents(open)} />}
        </span>
        {seenAt !== null && <Age seenAt={seenAt} />}
        <span className="visually-hidden">. {i18n.t('popup.open_invoice')}</span>
      </button>
    </li>
  );
}

import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { dateText, moneyText } from '../../../../components/formats.ts';
import { StatusBadge } from '../../../../components/StatusBadge.tsx';
import type { ChargeDetails, OtherInvoice } from '../../../../lib/messages/charge-details.ts';

interface OtherInvoicesProps {
  readonly others: ChargeDetails['others'];
  readonly onOpen: (invoiceId: string) => void;
}

/** The customer's other invoices: each opens its own drawer in the panel. */
export function OtherInvoices({ others, onOpen }: OtherInvoicesProps): ReactElement {
  const { open, lastPaid, complete } = others;
  return (
    <div className="stack">
      {open.length === 0 && <p className="soft">{i18n.t('details.others_none')}</p>}
      <ul className="others">
        {open.map((invoice) => (
          <Other key={invoice.id} invoice={invoice} onOpen={onOpen} />
        ))}
        {lastPaid !== null && <Other invoice={lastPaid} isLastPaid onOpen={onOpen} />}
      </ul>
      {!complete && <p className="soft small">{i18n.t('details.others_known')}</p>}
    </div>
  );
}

interface OtherProps extends Pick<OtherInvoicesProps, 'onOpen'> {
  readonly invoice: OtherInvoice;
  readonly isLastPaid?: boolean;
}

function Other({ invoice, isLastPaid = false, onOpen }: OtherProps): ReactElement {
  const { id, dueDate, value, group } = invoice;
  return (
    <li>
      <button
        type="button"
        className="quiet"
        data-other={id}
        onClick={() => {
          onOpen(id);
        }}
      >
        {isLastPaid && `${i18n.t('details.last_paid')} `}
        {i18n.t('details.other', {
          id,
          value: moneyText(value),
          due: dueDate === null ? '—' : dateText(dueDate),
        })}
      </button>
      <StatusBadge group={group} />
    </li>
  );
}

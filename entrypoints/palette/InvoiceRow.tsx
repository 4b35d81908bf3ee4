import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Age } from '../../components/Age.tsx';
import { Badge } from '../../components/Badge.tsx';
import { dateText, moneyText } from '../../components/formats.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import type { PaletteInvoice } from '../../lib/messages/palette.ts';
import type { DeskState, PaletteDesk, Wanted } from './desk.ts';
import { KeyButton } from './KeyButton.tsx';

interface InvoiceRowProps {
  readonly invoice: PaletteInvoice;
  readonly busy: DeskState['busy'];
  readonly desk: PaletteDesk;
  readonly onOpen: (invoiceId: string) => void;
}

type What = Extract<Wanted, { about: 'invoice' }>['what'];

/** One invoice: its whole line opens the drawer, and each thing to copy has a button that shows its key. */
export function InvoiceRow({ invoice, busy, desk, onOpen }: InvoiceRowProps): ReactElement {
  const { id, dueDate, open, group, isOverdue, isPayable, seenAt } = invoice;
  const isBusy = (what: What) =>
    busy !== null &&
    busy !== 'refresh' &&
    busy.about === 'invoice' &&
    busy.id === id &&
    busy.what === what;
  const button = (what: What, hint: string, text: string) => (
    <KeyButton
      hint={hint}
      busy={isBusy(what)}
      onPress={() => {
        desk.want({ about: 'invoice', id, what });
      }}
    >
      {text}
    </KeyButton>
  );
  return (
    <li data-row={id}>
      <button
        type="button"
        className="invoice"
        data-invoice={id}
        onClick={() => {
          onOpen(id);
        }}
      >
        <strong>{i18n.t('palette.invoice', { id })}</strong>
        <span>
          {dueDate === null
            ? i18n.t('palette.no_due_date')
            : i18n.t('palette.due_on', { date: dateText(dueDate) })}
        </span>
        {open !== null && <data value={open}>{moneyText(open)}</data>}
        <StatusBadge group={group} />
        {isOverdue && group !== 'overdue' && <Badge tone="warn">{i18n.t('palette.overdue')}</Badge>}
        {seenAt !== null && <Age seenAt={seenAt} />}
      </button>
      {isPayable ? (
        <div className="buttons">
          {button('pix', 'P', i18n.t('palette.pix'))}
          {button('linha', 'B', i18n.t('palette.linha'))}
          {button('link', 'L', i18n.t('palette.link'))}
          {button('message', 'M', i18n.t('palette.message'))}
          {button('whatsapp', 'W', i18n.t('palette.whatsapp'))}
        </div>
      ) : (
        <p className="small soft">
          {group === 'unsent' ? i18n.t('palette.without_charge') : i18n.t('palette.not_payable')}
        </p>
      )}
    </li>
  );
}

import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { NOTICE_SLOTS, type NoticeGrid } from '../lib/billing/notices/notice.ts';
import type { NoticeFees } from '../lib/billing/notices/notice-cost.ts';
import { NoticePriceText } from './NoticePriceText.tsx';
import { NoticesTable } from './NoticesTable.tsx';
import { slotText } from './notices-text.ts';

interface NoticePricesTableProps {
  readonly grid: NoticeGrid;
  readonly fees: NoticeFees;
}

/** What is told by which way and what each costs, to be looked at and not changed. */
export function NoticePricesTable({ grid, fees }: NoticePricesTableProps): ReactElement {
  const rows = NOTICE_SLOTS.map((slot) => ({
    key: slot,
    slot,
    name: slotText(slot, null),
    channels: grid[slot],
  }));
  return (
    <NoticesTable
      caption={i18n.t('notices.prices')}
      rows={rows}
      fees={fees}
      cell={(_row, _channel, price) =>
        price.kind === 'off' ? <Unsent /> : <NoticePriceText price={price} />
      }
    />
  );
}

function Unsent(): ReactElement {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{i18n.t('notices.unsent')}</span>
    </>
  );
}

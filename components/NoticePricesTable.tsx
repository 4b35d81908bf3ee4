import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { NOTICE_CHANNELS, NOTICE_SLOTS, type NoticeGrid } from '../lib/billing/notices/notice.ts';
import type { NoticeFees } from '../lib/billing/notices/notice-cost.ts';
import { noticePrices } from '../lib/billing/notices/notice-prices.ts';
import { NoticePricesNote } from './NoticePricesNote.tsx';
import { NoticePriceText } from './NoticePriceText.tsx';
import { NoticesHead } from './NoticesGrid.tsx';
import { slotText } from './notices-text.ts';

interface NoticePricesTableProps {
  readonly grid: NoticeGrid;
  readonly fees: NoticeFees;
}

/** What is told by which way and what each costs, to be looked at and not changed. */
export function NoticePricesTable({ grid, fees }: NoticePricesTableProps): ReactElement {
  const events = NOTICE_SLOTS.map((slot) => ({ slot, channels: grid[slot] }));
  const prices = noticePrices(events, fees);
  return (
    <>
      <table className="notices-grid">
        <caption className="visually-hidden">{i18n.t('notices.prices')}</caption>
        <NoticesHead />
        <tbody>
          {events.map(({ slot }, at) => (
            <tr key={slot}>
              <th scope="row">{slotText(slot, null)}</th>
              {NOTICE_CHANNELS.map((channel) => {
                const price = prices[at]?.[channel] ?? { kind: 'off' };
                return (
                  <td key={channel}>
                    {price.kind === 'off' ? <Unsent /> : <NoticePriceText price={price} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <NoticePricesNote prices={prices} />
    </>
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

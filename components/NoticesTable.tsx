import type { ReactElement, ReactNode } from 'react';
import { i18n } from '#i18n';
import { NOTICE_CHANNELS, type NoticeChannel } from '../lib/billing/notices/notice.ts';
import type { NoticeFees } from '../lib/billing/notices/notice-cost.ts';
import {
  noticePrices,
  type NoticePrice,
  type ToldEvent,
} from '../lib/billing/notices/notice-prices.ts';
import { NoticePricesNote } from './NoticePricesNote.tsx';
import { channelText } from './notices-text.ts';

interface NoticesTableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly fees: NoticeFees;
  /** What one event has to show for one channel. */
  readonly cell: (row: Row, channel: NoticeChannel, price: NoticePrice) => ReactNode;
}

/** Events by channels, and under them what the prices mean. */
export function NoticesTable<
  Row extends ToldEvent & { readonly key: string; readonly name: string },
>({ caption, rows, fees, cell }: NoticesTableProps<Row>): ReactElement {
  const prices = noticePrices(rows, fees);
  return (
    <>
      <table className="notices-grid">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{i18n.t('notices.event')}</th>
            {NOTICE_CHANNELS.map((channel) => (
              <th key={channel} scope="col">
                {channelText(channel)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {NOTICE_CHANNELS.map((channel) => (
                <td key={channel}>
                  {cell(row, channel, prices[at]?.[channel] ?? { kind: 'off' })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <NoticePricesNote prices={prices} />
    </>
  );
}

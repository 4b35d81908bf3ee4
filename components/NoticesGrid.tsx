import { useId, type ReactElement } from 'react';
import { i18n } from '#i18n';
import {
  NOTICE_CHANNELS,
  type Channels,
  type NoticeChannel,
  type NoticeSlot,
} from '../lib/billing/notices/notice.ts';
import type { NoticeFees } from '../lib/billing/notices/notice-cost.ts';
import { noticePrices, type NoticePrice } from '../lib/billing/notices/notice-prices.ts';
import { NoticePricesNote } from './NoticePricesNote.tsx';
import { NoticePriceText } from './NoticePriceText.tsx';
import { channelText } from './notices-text.ts';

export interface GridRow {
  readonly key: string;
  /** Null: nothing of the row can be changed. */
  readonly slot: NoticeSlot | null;
  readonly name: string;
  readonly channels: Channels;
}

interface NoticesGridProps {
  readonly caption: string;
  readonly rows: readonly GridRow[];
  /** What each of them costs is told in its place. */
  readonly fees: NoticeFees;
  /** Kept where the keyboard is: what does nothing just now says so, and does nothing. */
  readonly idle: boolean;
  /** It works at once, without being saved. */
  readonly atOnce?: boolean;
  readonly onSwitch: (slot: NoticeSlot, channel: NoticeChannel, on: boolean) => void;
}

/** Which events are told by which channels, each a box of its own with what it costs. */
export function NoticesGrid(props: NoticesGridProps): ReactElement {
  const { caption, rows, fees } = props;
  const prices = noticePrices(rows, fees);
  return (
    <>
      <table className="notices-grid">
        <caption className="visually-hidden">{caption}</caption>
        <NoticesHead />
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {NOTICE_CHANNELS.map((channel) => (
                <td key={channel}>
                  <Switch
                    {...props}
                    row={row}
                    channel={channel}
                    price={prices[at]?.[channel] ?? { kind: 'off' }}
                  />
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

/** The channels, each above its column. */
export function NoticesHead(): ReactElement {
  return (
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
  );
}

interface SwitchProps extends Pick<NoticesGridProps, 'idle' | 'atOnce' | 'onSwitch'> {
  readonly row: GridRow;
  readonly channel: NoticeChannel;
  readonly price: NoticePrice;
}

function Switch({ row, channel, price, idle, atOnce, onSwitch }: SwitchProps): ReactElement {
  const { slot } = row;
  const id = useId();
  return (
    <>
      <input
        type="checkbox"
        role={atOnce === true ? 'switch' : undefined}
        aria-label={`${row.name}, ${channelText(channel)}`}
        aria-describedby={price.kind === 'off' ? undefined : id}
        checked={row.channels[channel]}
        aria-disabled={idle || slot === null ? true : undefined}
        onChange={(event) => {
          if (!idle && slot !== null) onSwitch(slot, channel, event.target.checked);
        }}
      />
      <NoticePriceText id={id} price={price} />
    </>
  );
}

import { useId, type ReactElement } from 'react';
import type { Channels, NoticeChannel, NoticeSlot } from '../lib/billing/notices/notice.ts';
import type { NoticeFees } from '../lib/billing/notices/notice-cost.ts';
import type { NoticePrice } from '../lib/billing/notices/notice-prices.ts';
import { NoticePriceText } from './NoticePriceText.tsx';
import { NoticesTable } from './NoticesTable.tsx';
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
export function NoticesGrid({ caption, rows, fees, ...how }: NoticesGridProps): ReactElement {
  return (
    <NoticesTable
      caption={caption}
      rows={rows}
      fees={fees}
      cell={(row, channel, price) => <Switch {...how} row={row} channel={channel} price={price} />}
    />
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

import {
  channelsInForce,
  NOTICE_CHANNELS,
  type Channels,
  type Notice,
  type NoticeGrid,
  type NoticePayer,
  type NoticeWish,
} from './notice.ts';

/** What has to be asked of Asaas for a wish to be true. */
export interface NoticeChange {
  /** As they are to be, each whole: a PUT must not leave anything to what a missing field means. */
  readonly notices: readonly Notice[];
  /** Null: as it is. */
  readonly silenced: boolean | null;
}

/** What a payer's notices lack of a wish; null: nothing. A payer that is told nothing needs no notice changed. */
export function planNotices(
  payer: Pick<NoticePayer, 'silenced'>,
  notices: readonly Notice[],
  wish: NoticeWish,
): NoticeChange | null {
  const silenced =
    wish.silenced === null || wish.silenced === payer.silenced ? null : wish.silenced;
  const changed =
    wish.silenced === true ? [] : notices.flatMap((notice) => changedNotice(notice, wish) ?? []);
  return changed.length === 0 && silenced === null ? null : { notices: changed, silenced };
}

function changedNotice(notice: Notice, { channels }: NoticeWish): Notice | null {
  const wanted = notice.slot === null ? undefined : channels[notice.slot];
  if (wanted === undefined) return null;
  const now = channelsInForce(notice);
  const next: Channels = { ...now, ...wanted };
  if (NOTICE_CHANNELS.every((channel) => next[channel] === now[channel])) return null;
  // Switched on for one channel, the ones that were off with it must not come back; and the provider's own
  // copies of a notice that was off stay off.
  const isTold = NOTICE_CHANNELS.some((channel) => next[channel]);
  const provider = isTold && !notice.enabled ? { email: false, sms: false } : notice.provider;
  return { ...notice, enabled: isTold || notice.enabled, channels: next, provider };
}

/** The wish of a whole scheme. `asaas`: Asaas tells payers; otherwise it tells them nothing. */
export function schemeWish(notifier: 'ixc' | 'asaas' | 'none', grid: NoticeGrid): NoticeWish {
  return notifier === 'asaas'
    ? { silenced: false, channels: grid }
    : { silenced: true, channels: {} };
}

import type { Cents } from '../money.ts';
import type { Channels, NoticeChannel, NoticeSlot } from './notice.ts';
import { LATE, type NoticeFees } from './notice-cost.ts';

/** What one event by one channel costs; `price: null`: the account's fee table does not say. */
export type NoticePrice =
  | { readonly kind: 'off' }
  /** It goes with the e-mails and SMS of the charge, which are billed once: with the first of them. */
  | { readonly kind: 'included' }
  | { readonly kind: 'priced'; readonly price: Cents | null };

export type ChannelPrices = Readonly<Record<NoticeChannel, NoticePrice>>;

/** An event with the channels by which it goes out; `slot: null`: one that is not known here. */
export interface ToldEvent {
  readonly slot: NoticeSlot | null;
  readonly channels: Channels;
}

const OFF: NoticePrice = { kind: 'off' };
const INCLUDED: NoticePrice = { kind: 'included' };

/**
 * What every event costs by every channel, in the order of `events`. The prices of what a charge goes through
 * add up to `chargeCost`: e-mail and SMS are billed once a charge, so one event bears their price and the
 * others have it included.
 */
export function noticePrices(
  events: readonly ToldEvent[],
  fees: NoticeFees,
): readonly ChannelPrices[] {
  const bearer = bearerOf(events);
  return events.map(({ channels }, at) => {
    const mail = (channel: 'email' | 'sms'): NoticePrice => {
      if (!channels[channel]) return OFF;
      const isFirst = at === bearer && (channel === 'email' || !channels.email);
      return isFirst ? { kind: 'priced', price: fees.messaging } : INCLUDED;
    };
    const piece = (channel: 'whatsapp' | 'call'): NoticePrice =>
      channels[channel] ? { kind: 'priced', price: fees[channel] } : OFF;
    return {
      email: mail('email'),
      sms: mail('sms'),
      whatsapp: piece('whatsapp'),
      call: piece('call'),
    };
  });
}

/** The first e-mail or SMS of a charge's course; of what is the exception in it, only where there is no other. */
function bearerOf(events: readonly ToldEvent[]): number {
  const place = ({ slot }: ToldEvent) => {
    const at = slot === null ? -1 : LATE.indexOf(slot);
    return at === -1 ? LATE.length : at;
  };
  const mailed = events.flatMap((event, at) =>
    event.channels.email || event.channels.sms ? [{ at, place: place(event) }] : [],
  );
  return mailed.toSorted((a, b) => a.place - b.place)[0]?.at ?? -1;
}

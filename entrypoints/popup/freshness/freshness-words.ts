import { i18n } from '#i18n';
import { timeText } from '../../../components/formats.ts';
import type { Freshness } from '../../../lib/engine/sync/freshness.ts';
import { agoText } from '../ago.ts';

/** The sweeps come every 15 minutes while nobody looks: what is older than two of them missed some. ms. */
const OLD = 45 * 60_000;

export interface AgeWords {
  readonly text: string;
  /** Numbers that should be newer than they are, or that nothing was ever read for. */
  readonly isOld: boolean;
}

/** How old the oldest account's numbers are; null without accounts. */
export function ageWords(accounts: readonly Freshness[], now: number): AgeWords | null {
  if (accounts.length === 0) return null;
  const read = accounts.map(({ readAt }) => readAt).filter((at) => at !== null);
  if (read.length < accounts.length) {
    const text = read.length === 0 ? i18n.t('popup.never_read') : i18n.t('popup.partly_read');
    return { text, isOld: true };
  }
  const oldest = Math.min(...read);
  const isOld = now - oldest > OLD;
  const ago = agoText(oldest, now);
  const text = isOld ? i18n.t('popup.updated_old', { ago }) : i18n.t('popup.updated', { ago });
  return { text, isOld };
}

/**
 * How a reading ended that a person asked for at `askedAt`, from what it left behind. One that had been
 * begun before, and was only completed, is complete as well.
 */
export function readingOutcome(
  before: readonly Freshness[],
  after: readonly Freshness[],
  askedAt: number,
  now: number,
): { readonly text: string; readonly isGood: boolean } {
  const late = after.filter(({ accountId, readAt }) => {
    const known = before.find((each) => each.accountId === accountId)?.readAt ?? null;
    return readAt === null || (readAt < askedAt && readAt === known);
  });
  if (late.length === 0) return { text: i18n.t('popup.read_now'), isGood: true };
  const until = Math.max(...late.map(({ pausedUntil }) => pausedUntil ?? 0));
  if (until > now)
    return { text: i18n.t('popup.read_put_off', { time: timeText(until) }), isGood: false };
  const goesOn = late.every(({ underWay }) => underWay);
  const text = goesOn ? i18n.t('popup.read_goes_on') : i18n.t('popup.read_nothing');
  return { text, isGood: goesOn };
}

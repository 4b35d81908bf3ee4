import type { NoticeKind, NotificationSettings } from '../../../lib/settings/settings.ts';

/** What may be told and when, as it stands in the form. */
export interface NoticesDraft {
  readonly kinds: Readonly<Record<NoticeKind, boolean>>;
  readonly isQuiet: boolean;
  /** `HH:MM`, or blank. Kept while `isQuiet` is off. */
  readonly from: string;
  readonly to: string;
  readonly showNames: boolean;
}

/** A night, offered to whoever has not chosen any hours yet. */
const NIGHT = { from: '20:00', to: '08:00' };

export function draftOf({ kinds, quietHours, showNames }: NotificationSettings): NoticesDraft {
  return { kinds, isQuiet: quietHours !== null, ...(quietHours ?? NIGHT), showNames };
}

export type HoursFault = 'missing' | 'equal';

/** Why the quiet hours are none; null when they are, or when there are none. */
export function hoursFault({ isQuiet, from, to }: NoticesDraft): HoursFault | null {
  if (!isQuiet) return null;
  if (!isClockTime(from) || !isClockTime(to)) return 'missing';
  // Nobody could tell whether that is always or never.
  return from === to ? 'equal' : null;
}

/** What is to be kept; null while the hours are wrong. */
export function noticesOf(draft: NoticesDraft): NotificationSettings | null {
  if (hoursFault(draft) !== null) return null;
  const { kinds, isQuiet, from, to, showNames } = draft;
  return { kinds, quietHours: isQuiet ? { from, to } : null, showNames };
}

/** Whether the hours end on the day after they began. */
export function passesMidnight({ from, to }: Pick<NoticesDraft, 'from' | 'to'>): boolean {
  return to < from;
}

function isClockTime(typed: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(typed);
}

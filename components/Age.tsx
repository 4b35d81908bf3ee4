import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { useNow } from './use-now.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "visto há 2 min": how old what is shown is, in whole units. A clock set back counts as now. */
export function ageText(seenAt: number, now: number): string {
  const age = now - seenAt;
  if (age < MINUTE) return i18n.t('age.now');
  if (age < HOUR) return i18n.t('age.minutes', Math.floor(age / MINUTE));
  if (age < DAY) return i18n.t('age.hours', Math.floor(age / HOUR));
  return i18n.t('age.days', Math.floor(age / DAY));
}

export function Age({ seenAt }: { readonly seenAt: number }): ReactElement {
  const now = useNow(15_000);
  return (
    <time className="soft small" dateTime={new Date(seenAt).toISOString()}>
      {ageText(seenAt, now)}
    </time>
  );
}

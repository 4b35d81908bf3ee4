import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { elapsed } from './elapsed.ts';
import { useNow } from './use-now.ts';

/** "visto há 2 min": how old what is shown is, in whole units. A clock set back counts as now. */
export function ageText(seenAt: number, now: number): string {
  const { unit, count } = elapsed(seenAt, now);
  switch (unit) {
    case 'now':
      return i18n.t('age.now');
    case 'minutes':
      return i18n.t('age.minutes', count);
    case 'hours':
      return i18n.t('age.hours', count);
    case 'days':
      return i18n.t('age.days', count);
  }
}

export function Age({ seenAt }: { readonly seenAt: number }): ReactElement {
  const now = useNow(15_000);
  return (
    <time className="soft small" dateTime={new Date(seenAt).toISOString()}>
      {ageText(seenAt, now)}
    </time>
  );
}

import { i18n } from '#i18n';
import { elapsed } from '../../components/elapsed.ts';

/** "há 2 min", to be read after a verb. A clock set back counts as now. */
export function agoText(at: number, now: number): string {
  const { unit, count } = elapsed(at, now);
  switch (unit) {
    case 'now':
      return i18n.t('popup.ago_now');
    case 'minutes':
      return i18n.t('popup.ago_minutes', count);
    case 'hours':
      return i18n.t('popup.ago_hours', count);
    case 'days':
      return i18n.t('popup.ago_days', count);
  }
}

import { i18n } from '#i18n';
import type { CivilDate } from '../lib/billing/calendar.ts';
import { formatBrl, type Cents } from '../lib/billing/money.ts';

const locale = (): string => i18n.t('locale');

/** `R$ 1.234,56`, in the digits of the page's language; always reais. */
export function moneyText(amount: Cents): string {
  return formatBrl(amount, locale());
}

/** A civil date as people write it; never shifted by the computer's time zone. */
export function dateText(date: CivilDate): string {
  return new Intl.DateTimeFormat(locale(), {
    timeZone: 'UTC',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(new Date(`${date}T00:00:00Z`));
}

/** Hour and minute in the computer's zone of an instant in ms. */
export function timeText(at: number): string {
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** `YYYY-MM-DD HH:mm:ss` in São Paulo, as Asaas writes it: shown as it is, with no zone arithmetic. */
export function asaasDateTimeText(text: string): string {
  const at = new Date(`${text.replace(' ', 'T')}Z`);
  if (Number.isNaN(at.getTime())) return text;
  return new Intl.DateTimeFormat(locale(), {
    timeZone: 'UTC',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
}

export function countText(count: number): string {
  return new Intl.NumberFormat(locale()).format(count);
}

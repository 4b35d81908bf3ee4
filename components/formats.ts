import { formatDayMonthYear, type CivilDate } from '../lib/billing/calendar.ts';
import { formatBrl, type Cents } from '../lib/billing/money.ts';

/*
 * Amounts and dates read as in the panel beside them, in every language: `10/12/2026` and `1.234` must not
 * mean one thing in IXC and another thing here.
 */
const BRAZILIAN = 'pt-BR';

/** `R$ 1.234,56`. */
export function moneyText(amount: Cents): string {
  return formatBrl(amount, BRAZILIAN);
}

/** `10/12/2026`. */
export function dateText(date: CivilDate): string {
  return formatDayMonthYear(date);
}

/** Hour and minute in the computer's zone of an instant in ms. */
export function timeText(at: number): string {
  return new Intl.DateTimeFormat(BRAZILIAN, { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** `10/12/2026, 14:30` in the computer's zone of an instant in ms. */
export function momentText(at: number): string {
  return new Intl.DateTimeFormat(BRAZILIAN, { dateStyle: 'short', timeStyle: 'short' }).format(at);
}

/** `YYYY-MM-DD HH:mm:ss` in São Paulo, as Asaas writes it: shown as it is, with no zone arithmetic. */
export function asaasDateTimeText(text: string): string {
  const at = new Date(`${text.replace(' ', 'T')}Z`);
  if (Number.isNaN(at.getTime())) return text;
  return new Intl.DateTimeFormat(BRAZILIAN, {
    timeZone: 'UTC',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
}

export function countText(count: number): string {
  return new Intl.NumberFormat(BRAZILIAN).format(count);
}

/** `1,5%`. */
export function percentText(percent: number): string {
  return `${new Intl.NumberFormat(BRAZILIAN, { maximumFractionDigits: 4 }).format(percent)}%`;
}

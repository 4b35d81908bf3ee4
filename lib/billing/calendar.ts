/** A civil date `YYYY-MM-DD` in America/Sao_Paulo. Compares correctly as a string. */
export type CivilDate = string & { readonly __civil: true };

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MONTH_YEAR = /^(\d{2})\/(\d{2})\/(\d{4})$/;
const DAY_MS = 86_400_000;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isRealDate(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** A real date from `YYYY-MM-DD`; null for `''`, `0000-00-00`, 30 February and every other form. */
export function civilDate(text: string): CivilDate | null {
  const match = ISO.exec(text);
  if (!match || !isRealDate(Number(match[1]), Number(match[2]), Number(match[3]))) return null;
  return text as CivilDate;
}

/** Days since 1970-01-01; a civil date has no time zone, so UTC is only the arithmetic. */
function dayNumber(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function fromDayNumber(day: number): CivilDate {
  const date = civilDate(new Date(day * DAY_MS).toISOString().slice(0, 10));
  if (date === null) throw new RangeError('a date outside the years 1 to 9999');
  return date;
}

/** The date `days` later (earlier when negative). Throws a RangeError outside the years 1 to 9999. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from one date to the other; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Saturday or Sunday. */
export function isWeekend(date: CivilDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

let saoPaulo: Intl.DateTimeFormat | undefined;

/** The civil date in America/Sao_Paulo at an instant, ms since the epoch. */
export function todayInSaoPaulo(epochMs: number): CivilDate {
  // Through Intl, not a fixed −03:00: the zone had daylight saving time until 2019 and may have it again.
  saoPaulo ??= new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/Sao_Paulo',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = new Map(saoPaulo.formatToParts(epochMs).map((part) => [part.type, part.value]));
  const today = civilDate(
    `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`,
  );
  if (today === null) throw new RangeError(`no civil date at ${epochMs}`);
  return today;
}

/** `22/11/2026`. */
export function formatDayMonthYear(date: CivilDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** Reads `22/11/2026`; null for anything that is not a real date in that form. */
export function parseDayMonthYear(text: string): CivilDate | null {
  const match = DAY_MONTH_YEAR.exec(text);
  return match ? civilDate(`${match[3]}-${match[2]}-${match[1]}`) : null;
}

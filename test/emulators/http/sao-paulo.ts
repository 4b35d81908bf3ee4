const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Brazil has had no daylight saving time since 2019, so the offset is a constant. */
const OFFSET = -3 * HOUR;

/** Civil date `YYYY-MM-DD` in America/Sao_Paulo of an instant in ms. */
export function civilDate(time: number): string {
  return new Date(time + OFFSET).toISOString().slice(0, 10);
}

/** Civil date and time `YYYY-MM-DD HH:mm:ss` in America/Sao_Paulo of an instant in ms. */
export function civilDateTime(time: number): string {
  return new Date(time + OFFSET).toISOString().slice(0, 19).replace('T', ' ');
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The same day so many months later; the last day of a shorter month. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** Whole days from one civil date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** Whether the text is `YYYY-MM-DD` and a day that exists. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

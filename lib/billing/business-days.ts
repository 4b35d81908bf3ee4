import { addDays, civilDate, type CivilDate, isWeekend } from './calendar.ts';
import { isBankHoliday } from './holidays.ts';

/**
 * Whether banks open to the public and boletos clear, anywhere in the country: no weekend, no bank holiday,
 * and not the last working day of the year, on which banks close their books (FEBRABAN: 31 December, or the
 * Friday before it). Holidays of states and towns are not known: on those it says that banks open.
 */
export function isBusinessDay(date: CivilDate): boolean {
  return isWorkingDay(date) && !isLastOfYear(date);
}

/** The date itself where banks open on it, else the first day after it on which they do. */
export function businessDayFrom(date: CivilDate): CivilDate {
  let day = date;
  while (!isBusinessDay(day)) day = addDays(day, 1);
  return day;
}

/** The first day after the date on which banks open. */
export function nextBusinessDay(date: CivilDate): CivilDate {
  return businessDayFrom(addDays(date, 1));
}

/** The last day before the date on which banks open. */
export function previousBusinessDay(date: CivilDate): CivilDate {
  let day = addDays(date, -1);
  while (!isBusinessDay(day)) day = addDays(day, -1);
  return day;
}

function isWorkingDay(date: CivilDate): boolean {
  return !isWeekend(date) && !isBankHoliday(date);
}

function isLastOfYear(date: CivilDate): boolean {
  // After Christmas there is no holiday but the weekend, so it is never earlier.
  if (date.slice(5) < '12-29') return false;
  let last = civilDate(`${date.slice(0, 4)}-12-31`);
  while (last !== null && !isWorkingDay(last)) last = addDays(last, -1);
  return date === last;
}

import { addDays, civilDate, type CivilDate } from './calendar.ts';

/**
 * National holidays, Monday and Tuesday of Carnaval and Corpus Christi: days on which no bank opens and no
 * boleto clears (Resolução CMN 4.880/2020 and the calendar of FEBRABAN). Holidays of a state or a town are
 * not among them: nothing here knows where the payer's bank is.
 */
const EVERY_YEAR = [
  '01-01',
  '04-21',
  '05-01',
  '09-07',
  '10-12',
  '11-02',
  '11-15',
  '12-25',
] as const;

/** Consciência Negra is national by the law 14.759 of December 2023. */
const BLACK_AWARENESS = { day: '11-20', since: 2024 } as const;

/** Days from Easter Sunday: Carnaval Monday and Tuesday, Sexta-feira Santa, Corpus Christi. */
const FROM_EASTER = [-48, -47, -2, 60] as const;

const byYear = new Map<number, ReadonlySet<CivilDate>>();

/** Whether banks are closed all over the country by a holiday; of weekends it says nothing. */
export function isBankHoliday(date: CivilDate): boolean {
  const year = Number(date.slice(0, 4));
  let holidays = byYear.get(year);
  if (!holidays) {
    holidays = holidaysOf(year);
    byYear.set(year, holidays);
  }
  return holidays.has(date);
}

function holidaysOf(year: number): ReadonlySet<CivilDate> {
  const fixed = year >= BLACK_AWARENESS.since ? [...EVERY_YEAR, BLACK_AWARENESS.day] : EVERY_YEAR;
  const easter = easterSunday(year);
  return new Set([
    ...fixed.map((day) => dateOf(year, day)),
    ...FROM_EASTER.map((days) => addDays(easter, days)),
  ]);
}

/** The Gregorian computus (Meeus, Jones and Butcher). */
function easterSunday(year: number): CivilDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const place = epact + weekday - 7 * late + 114;
  const two = (part: number) => String(part).padStart(2, '0');
  return dateOf(year, `${two(Math.floor(place / 31))}-${two((place % 31) + 1)}`);
}

function dateOf(year: number, monthAndDay: string): CivilDate {
  const date = civilDate(`${String(year).padStart(4, '0')}-${monthAndDay}`);
  if (date === null) throw new RangeError(`no holiday on ${monthAndDay} of ${year}`);
  return date;
}

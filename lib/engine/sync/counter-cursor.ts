const FORM = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** São Paulo is three hours behind; the server's own time may be off by more, so this only caps. ms. */
const BEHIND_UTC = 3 * 60 * 60_000;
/** A server's clock may be ahead of ours by this much and still be believed. ms. */
const MOST_AHEAD = 60 * 60_000;

/** A moment of the server's own time as a number that can be reckoned with; null for another form. */
function reckoned(moment: string): number | null {
  if (!FORM.test(moment)) return null;
  const time = Date.parse(`${moment.replace(' ', 'T')}Z`);
  return Number.isNaN(time) ? null : time;
}

function written(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

/** A moment so many ms later (earlier when negative); null for what is no moment. */
export function shifted(moment: string, ms: number): string | null {
  const time = reckoned(moment);
  return time === null ? null : written(time + ms);
}

/** The latest of some moments, null when there is none; one that lies ahead of `now` by hours is no proof. */
export function latest(moments: readonly (string | null)[], now: number): string | null {
  const most = written(now - BEHIND_UTC + MOST_AHEAD);
  const real = moments.filter((each) => each !== null && FORM.test(each) && each <= most);
  return real.toSorted().at(-1) ?? null;
}

/** A server's clock may be behind ours by this much. ms. */
const MOST_BEHIND = 2 * 60 * 60_000;

/** Where to begin once everything was read `now`: at the latest change that was seen, or a little before now. */
export function beginning(moment: string, now: number): string {
  const recent = written(now - BEHIND_UTC - MOST_BEHIND);
  return moment > recent ? moment : recent;
}

/** However long ours says that it was: a clock that was put forward must not hide what happens next. ms. */
const MOST_PASSED = 15 * 60_000;

/**
 * Up to where changes were read, on the server's own clock, of which nothing is known but the moments that
 * it writes. It has gone on for as long as ours since the reading before, so the cursor goes on with it and
 * need not wait for a change. One that lies ahead of what can be is given up for a while ago: a clock was
 * wrong when it was written. `elapsed` in ms.
 */
export function advanced(
  cursor: string,
  seen: readonly (string | null)[],
  elapsed: number,
  now: number,
): string {
  const passed = shifted(cursor, Math.min(Math.max(0, elapsed), MOST_PASSED));
  return latest([cursor, passed, ...seen], now) ?? written(now - BEHIND_UTC - MOST_BEHIND);
}

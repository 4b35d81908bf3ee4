import type { NotificationSettings } from '../../settings/settings.ts';

/**
 * Whether nothing may be shown now. `now` in ms since the epoch; hours in this computer's time, from the
 * first minute up to the last, which may be on the next day. Hours without any length are none.
 */
export function isQuiet(now: number, hours: NotificationSettings['quietHours']): boolean {
  if (hours === null) return false;
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)];
  const time = new Date(now);
  const minutes = time.getHours() * 60 + time.getMinutes();
  return from <= to ? from <= minutes && minutes < to : from <= minutes || minutes < to;
}

function minutesOf(clockTime: string): number {
  const [hours, minutes] = clockTime.split(':');
  return Number(hours) * 60 + Number(minutes);
}

import type { PixCode } from './charge.ts';

/**
 * Whether a Pix code can no longer be paid at `now` (ms). Of an account without a Pix key of its own it
 * lasts until 23:59 of the day it was asked for, and is asked for anew. A date that cannot be read counts
 * as past: no code is better than a dead one.
 */
export function isExpired({ expiresAt }: Pick<PixCode, 'expiresAt'>, now: number): boolean {
  return saoPauloTime(expiresAt) <= now;
}

/** `YYYY-MM-DD HH:mm:ss` in America/Sao_Paulo, which has kept UTC−3 all year since 2019. */
function saoPauloTime(text: string): number {
  const time = Date.parse(`${text.replace(' ', 'T')}-03:00`);
  return Number.isNaN(time) ? 0 : time;
}

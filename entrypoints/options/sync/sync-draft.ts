import type { SyncSettings } from '../../../lib/settings/settings.ts';
import { decimalWithin } from '../sending/decimal.ts';

/** As typed. */
export interface SyncDraft {
  readonly sharePercent: string;
  readonly browsersPerAccount: string;
}

export const SYNC_LIMITS = {
  sharePercent: [1, 50],
  browsersPerAccount: [1, 50],
} as const satisfies Record<keyof SyncDraft, readonly [number, number]>;

export function draftOf({ sharePercent, browsersPerAccount }: SyncSettings): SyncDraft {
  return {
    sharePercent: String(sharePercent),
    browsersPerAccount: String(browsersPerAccount),
  };
}

/** A whole number within its limits; null for anything else. */
export function numberOf(draft: SyncDraft, field: keyof SyncDraft): number | null {
  const [min, max] = SYNC_LIMITS[field];
  const value = decimalWithin(draft[field], min, max);
  return value !== null && Number.isInteger(value) ? value : null;
}

/** What is to be kept; null while something typed is wrong. */
export function syncOf(draft: SyncDraft): SyncSettings | null {
  const sharePercent = numberOf(draft, 'sharePercent');
  const browsersPerAccount = numberOf(draft, 'browsersPerAccount');
  if (sharePercent === null || browsersPerAccount === null) return null;
  return { sharePercent, browsersPerAccount };
}

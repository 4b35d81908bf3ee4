/** The worker refuses anything shorter. */
export const MINIMUM_LENGTH = 10;

export type Strength = 'short' | 'weak' | 'fair' | 'strong';

/**
 * A hint, not a measure: length and variety only. Repetition counts once, so that `aaaaaaaaaaaaaaaa`
 * stays weak, and words separated by spaces count for more than a decorated single word.
 */
export function strengthOf(passphrase: string): Strength {
  if (passphrase.length < MINIMUM_LENGTH) return 'short';
  const distinct = new Set(passphrase.toLowerCase()).size;
  const words = new Set(
    passphrase
      .toLowerCase()
      .split(/[\s._-]+/)
      .filter((w) => w.length > 2),
  );
  if (distinct < 6) return 'weak';
  if (words.size >= 4 || (passphrase.length >= 20 && distinct >= 12)) return 'strong';
  if (words.size === 3 || (passphrase.length >= 14 && distinct >= 10)) return 'fair';
  return 'weak';
}

import type { ReadingSource } from '../../billing/reading-source.ts';

export interface SourceFacts {
  /** What the operator chose: `auto`, or one source whatever happens. */
  readonly override: 'auto' | ReadingSource;
  /** A webservice token of the panel is in the vault. */
  readonly hasToken: boolean;
  /** This browser has offscreen documents (Chrome). */
  readonly hasDocument: boolean;
  /** What answered last and may be trusted to answer again; null when `direct` is due for another try. */
  readonly lastGood: ReadingSource | null;
}

/**
 * The sources to try, the likeliest first. A token is never given up for the operator's session: that
 * reads less. Without one the session comes before typing, for who types errs.
 */
export function chooseSources(facts: SourceFacts): readonly [ReadingSource, ...ReadingSource[]] {
  const { override, hasToken, hasDocument, lastGood } = facts;
  if (override !== 'auto') return [override];
  if (!hasToken) return ['session', 'hand'];
  if (!hasDocument) return ['direct'];
  return lastGood === 'document' ? ['document', 'direct'] : ['direct', 'document'];
}

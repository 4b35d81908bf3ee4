const PERCENT = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/;

/** `1`, `1,5` or `1.5`, with or without the sign; null for what is no percentage. */
export function typedPercent(typed: string): number | null {
  const match = PERCENT.exec(typed.trim());
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  return Number(`${whole}.${fraction === '' ? '0' : fraction}`);
}

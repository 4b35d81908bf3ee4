/** A number as people type it, comma or point for decimals; null when it is none or out of bounds. */
export function decimalWithin(typed: string, min: number, max: number): number | null {
  const text = typed.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}

import type { Cents } from '../../lib/billing/money.ts';

/** `4990` → `49,90`: an amount as a person would have typed it. */
export function amountDraft(amount: Cents): string {
  const text = String(amount).padStart(3, '0');
  return `${text.slice(0, -2)},${text.slice(-2)}`;
}

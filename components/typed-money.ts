import { cents, type Cents } from '../lib/billing/money.ts';

/** `99,90`, `1.234,56`, `1.234`, `1234`, `99.90`: as IXC's screen or a calculator shows an amount. */
const AMOUNT = /^(?:R\$)?\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/;
/** A point before one or two digits can only be a decimal one: thousands come in threes. */
const POINTED = /^(?:R\$)?\s*(\d+)\.(\d{1,2})$/;

/** An amount of reais as people type it, in cents; null for what is none, or may be two things. */
export function typedMoney(typed: string): Cents | null {
  const text = typed.trim();
  const match = AMOUNT.exec(text) ?? POINTED.exec(text);
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  const amount = Number(whole.replaceAll('.', '') + fraction.padEnd(2, '0'));
  return Number.isSafeInteger(amount) ? cents(amount) : null;
}

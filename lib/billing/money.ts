/** An integer number of centavos. Money is never a float in this code. */
export type Cents = number & { readonly __unit: 'cents' };

/** Marks an integer as cents. Throws a RangeError on anything that is not a safe integer. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of cents: ${amount}`);
  return (amount === 0 ? 0 : amount) as Cents;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads a plain decimal in reais, digit by digit; more than two decimals round half away from zero. */
function centsFromDecimal(text: string): Cents | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const roundsUp = (fraction[2] ?? '0') >= '5' ? 1 : 0;
  const magnitude = Number(whole + fraction.slice(0, 2).padEnd(2, '0')) + roundsUp;
  if (!Number.isSafeInteger(magnitude)) return null;
  return cents(sign === '-' ? -magnitude : magnitude);
}

/**
 * Money as the IXC webservice writes it (`"26.00"`, `"59.900000000"`), in cents. Null for an empty
 * string and for anything that is not a plain decimal: a comma is never guessed at.
 */
export function parseIxcMoney(text: string): Cents | null {
  return centsFromDecimal(text);
}

/**
 * A JSON number of reais, as Asaas writes money, in cents. Goes through the number's shortest decimal
 * form, so that 1.005 is 101 cents and not the 100 of `Math.round(1.005 * 100)`.
 * Throws a RangeError on what no amount of money can be.
 */
export function centsFromReais(reais: number): Cents {
  if (Math.abs(reais) < 0.000001) return cents(0);
  const amount = centsFromDecimal(String(reais));
  if (amount === null) throw new RangeError(`not an amount of money: ${reais}`);
  return amount;
}

/** Reais as a JSON number. The division is correctly rounded, so it prints with at most two decimals. */
export function reaisOf(amount: Cents): number {
  return amount / 100;
}

const formatters = new Map<string, Intl.NumberFormat>();

/** `R$ 1.234,56`, with a normal space, so that it can be searched, compared and pasted. */
export function formatBrl(amount: Cents, locale = 'pt-BR'): string {
  let formatter = formatters.get(locale);
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale, { style: 'currency', currency: 'BRL' });
    formatters.set(locale, formatter);
  }
  return formatter.format(reaisOf(amount)).replace(/[\u00a0\u202f]/g, ' ');
}

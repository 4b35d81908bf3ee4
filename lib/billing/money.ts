/** An integer number of centavos. Money is never a float in this code. */
export type Cents = number & { readonly __unit: 'cents' };

/** Marks an integer as cents. Throws a RangeError on anything that is not a safe integer. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of cents: ${amount}`);
  return amount as Cents;
}

import { type CivilDate, civilDate } from '../../billing/calendar.ts';
import { type Cents, cents, parseIxcMoney } from '../../billing/money.ts';
import { z } from '../../schema.ts';

/** Everything is a string in IXC, or null in a few columns, or absent in older versions: '' for those. */
export const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => value?.trim() ?? '');

/** Whether a text may be the id of an IXC record. */
export const isId = (value: string) => /^[1-9]\d{0,14}$/.test(value);

/** An id that must be there. */
export const id = text.refine(isId, 'not an id');

/** A text whose absence is null. */
export const optionalText = text.transform((value) => (value === '' ? null : value));

/** The id of something else, where `0` and '' mean none. */
export const optionalId = text.transform((value) => (value === '' || value === '0' ? null : value));

/** `S` or not. */
export const flag = text.transform((value) => value === 'S');

/** `YYYY-MM-DD`, with or without a time; null for '' and `0000-00-00`. */
export const date = text.transform((value): CivilDate | null => civilDate(value.slice(0, 10)));

/** Reais with a dot → cents; '' is zero, and anything else that is no amount refuses the record. */
export const money = text.transform((value, context): Cents => {
  if (value === '') return cents(0);
  const amount = parseIxcMoney(value);
  if (amount !== null) return amount;
  context.addIssue({ code: 'custom', message: 'not an amount' });
  return z.NEVER;
});

/** Whether a column holds anything: not '', not `0`, not `N`, not a zero date. */
export const filled = text.transform((value) => !/^(|0|N|0000-00-00.*)$/.test(value));

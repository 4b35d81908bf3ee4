import { type CivilDate, civilDate } from '../billing/calendar.ts';
import { type Cents, centsFromReais } from '../billing/money.ts';
import { z } from '../schema.ts';

/** A JSON number of reais → cents. */
export const reais = z.number().transform((value, context): Cents => {
  try {
    return centsFromReais(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'not an amount' });
    return z.NEVER;
  }
});

/** `YYYY-MM-DD`, with or without a time behind it → a civil date. */
export const date = z.string().transform((value, context): CivilDate => {
  const parsed = civilDate(value.slice(0, 10));
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: 'not a date' });
  return z.NEVER;
});

/** A text that may be null, absent or empty, all of which mean none. */
export const optionalText = z
  .string()
  .nullish()
  .transform((value) => (value === '' ? null : (value ?? null)));

export const optionalReais = reais.nullish().transform((value) => value ?? null);

export const optionalDate = date.nullish().transform((value) => value ?? null);

/** A flag that older answers leave out. */
export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value === true);

/** A link to be shown and opened: https or none. */
export const link = optionalText.transform((value) =>
  value?.startsWith('https://') === true ? value : null,
);

import { civilDate, type CivilDate } from '../../billing/calendar.ts';
import type { Cents } from '../../billing/money.ts';
import { isProviderKey } from '../../billing/reference.ts';
import { z } from '../../schema.ts';

/** What the values of an exported row must be, whichever table it is of. */
export const text = z.string().max(2000);
export const orNull = <T extends z.ZodType>(schema: T) => schema.nullable();
/** ms since the epoch. */
export const time = z.number().int();
const isCivil = (value: unknown) => typeof value === 'string' && civilDate(value) !== null;
export const day = z.custom<CivilDate>(isCivil);
export const cents = z.custom<Cents>((value) => Number.isSafeInteger(value));
export const key = z.string().refine(isProviderKey);
export const environment = z.enum(['production', 'sandbox']);
export const texts = z.record(z.string(), text);

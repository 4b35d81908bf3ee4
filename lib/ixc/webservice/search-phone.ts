import { ok } from '../../billing/result.ts';
import type { Customer } from '../../billing/invoice.ts';
import { z } from '../../schema.ts';
import type { IxcResult } from './client.types.ts';
import { customerRecord } from './customer-record.ts';
import type { FetchPage } from './fetch-page.ts';
import type { Condition } from './list-request.ts';
import { readFirst } from './read-list.ts';
import { optionalText } from './values.ts';

const MOST_CUSTOMERS = 60;

/** Where IXC keeps the numbers of people who call. */
const PHONE_COLUMNS = ['telefone_celular', 'whatsapp', 'fone'] as const;

interface Caller {
  readonly customer: Customer;
  readonly phones: readonly string[];
}

/** A customer with every number of theirs, which `Customer` keeps two of. */
const caller: z.ZodType<Caller> = z
  .looseObject(
    Object.fromEntries(PHONE_COLUMNS.map((column) => [column, optionalText])) as Record<
      (typeof PHONE_COLUMNS)[number],
      typeof optionalText
    >,
  )
  .transform((row, context): Caller => {
    const customer = customerRecord.safeParse(row);
    if (!customer.success) {
      for (const { path, message } of customer.error.issues) {
        context.addIssue({ code: 'custom', path, message });
      }
      return z.NEVER;
    }
    return {
      customer: customer.data,
      phones: PHONE_COLUMNS.flatMap((column) => row[column] ?? []),
    };
  });

/**
 * Customers who have this number: area code and number, 10 or 11 digits. IXC compares what is written, and
 * bases hold `(49) 9 9999-0001` beside `49999990001`: so each column is asked for the last two fours of the
 * number, which every spelling contains, and what came is compared by its digits.
 */
export async function findByPhone(
  fetchPage: FetchPage,
  phone: string,
): IxcResult<readonly Customer[]> {
  const halves = [phone.slice(-8, -4), phone.slice(-4)];
  const answers = await Promise.all(
    PHONE_COLUMNS.map((column) => {
      const where = halves.map((value): Condition => ({ field: column, operator: 'L', value }));
      const page = { size: MOST_CUSTOMERS, sort: 'id' };
      return readFirst(fetchPage, 'cliente', caller, where, page);
    }),
  );
  const found = new Map<string, Customer>();
  for (const answer of answers) {
    if (!answer.ok) return answer;
    for (const { customer, phones } of answer.value) {
      if (phones.some((known) => isSamePhone(known, phone))) found.set(customer.id, customer);
    }
  }
  return ok([...found.values()]);
}

/** One that was written down without its area code may be anybody's of that number, and is shown. */
function isSamePhone(known: string, phone: string): boolean {
  const digits = known.replace(/\D/g, '').replace(/^(55(?=\d{10,11}$)|0(?=\d{10,11}$))/, '');
  return digits === phone || digits === phone.slice(2);
}

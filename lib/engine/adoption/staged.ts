import type { AdoptionSeen } from '../../ledger/adoption-rows.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';

export type Seen<S extends AdoptionSeen['side']> = Extract<AdoptionSeen, { readonly side: S }>;

/** Everything of one side that was read so far. */
export async function seenOf<S extends AdoptionSeen['side']>(
  { adoptionSeen }: Pick<LedgerDatabase, 'adoptionSeen'>,
  side: S,
): Promise<readonly Seen<S>[]> {
  const rows = await adoptionSeen
    .where('[side+id]')
    .between([side, ''], [side, '\uffff'])
    .toArray();
  return rows.filter((row): row is Seen<S> => row.side === side);
}

const termsOf = (cents: number, dueDate: string) => `${cents} ${dueDate}`;

/**
 * Value and due date of what was listed: only charges and invoices that agree in both are worth knowing the
 * person of.
 */
export async function chargedTerms(ledger: LedgerDatabase): Promise<ReadonlySet<string>> {
  const charges = await seenOf(ledger, 'charge');
  return new Set(charges.map(({ value, dueDate }) => termsOf(value, dueDate)));
}

export async function invoicedTerms(ledger: LedgerDatabase): Promise<ReadonlySet<string>> {
  const invoices = await seenOf(ledger, 'invoice');
  return new Set(invoices.map(({ open, dueDate }) => termsOf(open, dueDate)));
}

export const isAmong = (terms: ReadonlySet<string>, cents: number, dueDate: string): boolean =>
  terms.has(termsOf(cents, dueDate));

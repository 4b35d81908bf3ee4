import type {
  AdoptableCharge,
  AdoptingInvoice,
  ChargeExclusion,
  InvoiceExclusion,
} from './candidates.ts';

/** What became of one charge in the comparison. */
export type ChargeMatch =
  /** One invoice and one charge, and nothing else of that person, value and date on either side. */
  | { readonly kind: 'exact'; readonly charge: AdoptableCharge; readonly invoice: AdoptingInvoice }
  /** Several on either side: a person decides, one invoice at a time. */
  | {
      readonly kind: 'ambiguous';
      readonly charge: AdoptableCharge;
      readonly invoices: readonly AdoptingInvoice[];
      readonly charges: number;
    }
  | {
      readonly kind: 'excluded';
      readonly charge: AdoptableCharge;
      readonly why: ChargeExclusion | InvoiceExclusion;
      /** The invoice that it looks like, where there is one. */
      readonly invoices: readonly AdoptingInvoice[];
    }
  /** No open invoice has this person, value and date. */
  | { readonly kind: 'unmatched'; readonly charge: AdoptableCharge };

interface Group {
  readonly charges: AdoptableCharge[];
  readonly invoices: AdoptingInvoice[];
}

const keyOf = (person: string, cents: number, dueDate: string) => `${person} ${cents} ${dueDate}`;

/**
 * Compares charges without our reference with open invoices by person, value in cents and due date, all
 * three exactly. Only what stands alone on both sides is `exact`: no charge and no invoice is in two exact
 * matches. What may not be linked still counts as a candidate, since the debt may be that one's; only an
 * invoice that has its own charge does not. Pure: the order of what is given changes nothing but the order
 * of the answer, which is the charges'.
 */
export function matchCharges(
  charges: readonly AdoptableCharge[],
  invoices: readonly AdoptingInvoice[],
): readonly ChargeMatch[] {
  const groups = new Map<string, Group>();
  const groupOf = (key: string): Group => {
    const known = groups.get(key);
    if (known) return known;
    const group = { charges: [], invoices: [] };
    groups.set(key, group);
    return group;
  };
  for (const invoice of invoices) {
    const { person, open, dueDate } = invoice;
    if (person !== null) groupOf(keyOf(person, open, dueDate)).invoices.push(invoice);
  }
  for (const charge of charges) {
    const { person, value, dueDate } = charge;
    if (person !== null) groupOf(keyOf(person, value, dueDate)).charges.push(charge);
  }
  return charges.map((charge): ChargeMatch => {
    const { person, value, dueDate, exclusion } = charge;
    const group = person === null ? undefined : groups.get(keyOf(person, value, dueDate));
    if (exclusion !== null) {
      return { kind: 'excluded', charge, why: exclusion, invoices: group?.invoices ?? [] };
    }
    if (group === undefined || group.invoices.length === 0) {
      return person === null
        ? { kind: 'excluded', charge, why: 'payer-unknown', invoices: [] }
        : { kind: 'unmatched', charge };
    }
    return matchIn(group, charge);
  });
}

function matchIn(group: Group, charge: AdoptableCharge): ChargeMatch {
  const free = group.invoices.filter(({ exclusion }) => exclusion !== 'already-charged');
  const [invoice, ...others] = free;
  if (invoice === undefined) {
    return { kind: 'excluded', charge, why: 'already-charged', invoices: group.invoices };
  }
  const isOne = others.length === 0 && group.charges.length === 1;
  if (!isOne) {
    return { kind: 'ambiguous', charge, invoices: free, charges: group.charges.length };
  }
  if (invoice.exclusion !== null) {
    return { kind: 'excluded', charge, why: invoice.exclusion, invoices: [invoice] };
  }
  if (charge.payerOf !== null && charge.payerOf !== invoice.customerId) {
    return { kind: 'excluded', charge, why: 'payer-of-other', invoices: [invoice] };
  }
  if (charge.name !== invoice.name) {
    return { kind: 'excluded', charge, why: 'name-differs', invoices: [invoice] };
  }
  return { kind: 'exact', charge, invoice };
}

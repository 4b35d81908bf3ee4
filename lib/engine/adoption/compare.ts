import type { AdoptableCharge, AdoptingInvoice } from '../../billing/adoption/candidates.ts';
import { type ChargeMatch, matchCharges } from '../../billing/adoption/match.ts';
import { parseReference } from '../../billing/reference.ts';
import { isGone } from '../../billing/standing.ts';
import type { AdoptionRow } from '../../ledger/adoption-rows.ts';
import type { AdoptionRun } from '../../ledger/adoption-run.ts';
import { chargesOf } from '../../ledger/charges.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import { activeJobs } from '../outbox/store.ts';
import type { Reading } from './reading.ts';
import { invoicedTerms, isAmong, seenOf } from './staged.ts';

/** Compares what was read, and what the ledger knows beside it. Asks nobody anything. */
export async function compare({ ports, run, keys }: Reading): Promise<readonly AdoptionRow[]> {
  const { ledger } = ports;
  const customers = new Map((await seenOf(ledger, 'customer')).map((one) => [one.id, one]));
  const invoices = await invoicesOf(ledger, run, keys, customers);
  const charges = await chargesToCompare(ledger);
  const now = ports.now();
  return matchCharges(charges, invoices).map((match) => {
    const [first] = invoicesIn(match);
    const { id, payerId, value, dueDate } = match.charge;
    const { accountId, environment, origin, providerKey } = run;
    return {
      ...{ id, payerId, value, dueDate, accountId, environment, origin, providerKey },
      kind: match.kind,
      why: match.kind === 'excluded' ? match.why : null,
      invoiceIds: invoicesIn(match).map((invoice) => invoice.id),
      customerId: first?.customerId ?? null,
      initials: first === undefined ? '' : (customers.get(first.customerId)?.initials ?? ''),
      at: now,
      stage: 'found',
      batch: null,
      undo: null,
      jobId: null,
      linkedAt: null,
      failure: null,
      reasons: [],
    };
  });
}

function invoicesIn(match: ChargeMatch): readonly AdoptingInvoice[] {
  switch (match.kind) {
    case 'exact':
      return [match.invoice];
    case 'ambiguous':
    case 'excluded':
      return match.invoices;
    case 'unmatched':
      return [];
  }
}

async function invoicesOf(
  ledger: LedgerDatabase,
  run: AdoptionRun,
  keys: readonly string[],
  customers: ReadonlyMap<string, { readonly person: string | null; readonly name: string }>,
): Promise<readonly AdoptingInvoice[]> {
  const charged = new Set((await seenOf(ledger, 'charged')).map(({ id }) => id));
  const busy = new Set(
    (await activeJobs({ ledger }))
      .filter(({ environment, providerKey }) => {
        return environment === run.environment && keys.includes(providerKey);
      })
      .map(({ invoiceId }) => invoiceId),
  );
  const invoices: AdoptingInvoice[] = [];
  for (const { side: _side, ...invoice } of await seenOf(ledger, 'invoice')) {
    const known = await chargesOf(ledger, keys, invoice.id, run.environment);
    // One whose reference was taken away counts as one without: it is among the listed.
    const isOwn = known.some((charge) => isNamed(charge.reference) && !isGone(charge));
    const isCharged = isOwn || charged.has(invoice.id);
    const own = busy.has(invoice.id) ? 'under-way' : invoice.exclusion;
    const exclusion = isCharged ? 'already-charged' : own;
    const { person = null, name = '' } = customers.get(invoice.customerId) ?? {};
    invoices.push({ ...invoice, person, name, exclusion });
  }
  return invoices;
}

export function isNamed(reference: string | null): boolean {
  return reference !== null && parseReference(reference)?.kind === 'charge';
}

async function chargesToCompare(ledger: LedgerDatabase): Promise<readonly AdoptableCharge[]> {
  const payers = new Map((await seenOf(ledger, 'payer')).map((one) => [one.id, one]));
  const terms = await invoicedTerms(ledger);
  return (await seenOf(ledger, 'charge')).map(({ side: _side, ...charge }) => {
    const payer = payers.get(charge.payerId);
    // Of a charge that no invoice agrees with nobody looked up the person: it is like no other.
    const isCompared = isAmong(terms, charge.value, charge.dueDate);
    return {
      ...charge,
      person: isCompared ? (payer?.person ?? null) : `unknown ${charge.id}`,
      name: payer?.name ?? '',
      payerOf: payer?.payerOf ?? null,
      exclusion: charge.exclusion ?? (payer?.isForeign === true ? 'payer-of-other' : null),
    };
  });
}

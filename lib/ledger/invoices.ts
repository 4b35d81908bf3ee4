import { type CivilDate, todayInSaoPaulo } from '../billing/calendar.ts';
import { canonicalJson } from '../billing/canonical.ts';
import type { Invoice } from '../billing/invoice.ts';
import { isSameInvoice } from '../billing/same-invoice.ts';
import type { LedgerDatabase } from './database.ts';
import type { InvoiceEvidence, InvoiceRow } from './rows.ts';

/** What of a reading money is decided by. `readAt` is when it was asked for, ms. */
export function evidenceFrom(invoice: Invoice, readAt: number): InvoiceEvidence {
  const { status, customerId, contractId, document, issuedOn } = invoice;
  const { dueDate, value, open, received, updatedAt } = invoice;
  const whose = { customerId, contractId, document, issuedOn };
  return { status, ...whose, dueDate, value, open, received, updatedAt, readAt };
}

/** What the ledger knew of an invoice when the counter's work was last judged. */
export function evidenceOf(row: InvoiceRow): InvoiceEvidence {
  return row.judged ?? evidenceFrom(row, row.readAt);
}

const keysOf = (rows: readonly InvoiceRow[]) =>
  rows.map(({ origin, id }): [string, string] => [origin, id]);

/** A reading of the future was made while the clock ran ahead, and counts as old. */
function isNewer(one: { readonly readAt: number }, than: { readonly readAt: number }, now: number) {
  return one.readAt >= than.readAt || than.readAt > now;
}

/**
 * Keeps readings that were made to be shown, unless a newer one is known, and leaves what was judged as it
 * is. `now` in ms.
 */
export async function putInvoices(
  ledger: LedgerDatabase,
  readings: readonly InvoiceRow[],
  now: number,
): Promise<void> {
  const { invoices } = ledger;
  await ledger.transaction('rw', invoices, async () => {
    const known = await invoices.bulkGet(keysOf(readings));
    await invoices.bulkPut(
      readings.flatMap((reading, at) => {
        const before = known[at];
        if (before === undefined) return [reading];
        return isNewer(reading, before, now) ? [{ ...reading, judged: evidenceOf(before) }] : [];
      }),
    );
  });
}

/** A reading by which the counter's work was judged, and since when its charge is there. */
export interface Judged {
  readonly row: InvoiceRow;
  /** Null: it is just being made, and whatever was known before speaks for nothing. */
  readonly chargedOn: CivilDate | null;
}

/**
 * Keeps readings by which the counter's work was judged: from now on they are what was known before. A
 * reading of another record under the number changes none of that. Gives those that show something new.
 * `now` in ms.
 */
export async function judgeInvoices(
  ledger: LedgerDatabase,
  judged: readonly Judged[],
  now: number,
): Promise<readonly InvoiceRow[]> {
  const { invoices } = ledger;
  return ledger.transaction('rw', invoices, async () => {
    const known = await invoices.bulkGet(keysOf(judged.map(({ row }) => row)));
    const shown: InvoiceRow[] = [];
    const written = judged.flatMap(({ row, chargedOn }, at) => {
      const before = known[at];
      const isShown = before === undefined || (isNewer(row, before, now) && isNews(row, before));
      if (isShown) shown.push(row);
      if (before === undefined) return [row];
      const evidence = evidenceOf(before);
      const next = nextEvidence(evidence, row, chargedOn, now);
      if (!isShown && next === evidence) return [];
      return [{ ...(isNewer(row, before, now) ? row : before), judged: next }];
    });
    await invoices.bulkPut(written);
    return shown;
  });
}

function isNews(row: InvoiceRow, before: InvoiceRow): boolean {
  const { updatedAt, status, open } = before;
  return row.updatedAt !== updatedAt || row.status !== status || row.open !== open;
}

/** Thousands that say what was known are not written anew, save the first one after the charge was made. */
function nextEvidence(
  evidence: InvoiceEvidence,
  row: InvoiceRow,
  chargedOn: CivilDate | null,
  now: number,
): InvoiceEvidence {
  const fresh = evidenceFrom(row, row.readAt);
  if (chargedOn === null) return fresh;
  if (!isNewer(fresh, evidence, now)) return evidence;
  const known = todayInSaoPaulo(evidence.readAt);
  const isFirstSince = known <= chargedOn && todayInSaoPaulo(fresh.readAt) > chargedOn;
  if (known >= chargedOn && !isSameInvoice(evidence, fresh)) return evidence;
  return isFirstSince || !saysTheSame(evidence, fresh) ? fresh : evidence;
}

function saysTheSame(one: InvoiceEvidence, other: InvoiceEvidence): boolean {
  const facts = (of: InvoiceEvidence) => canonicalJson({ ...of, readAt: null });
  return facts(one) === facts(other);
}

import { todayInSaoPaulo } from '../../billing/calendar.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import type { ChargeRow, InvoiceRow, JobRow } from '../../ledger/rows.ts';
import { makerOf } from '../sync/counter-facts.ts';

/**
 * Whether a charge was made for another customer than the one whose invoice IXC shows under that number by
 * now: a base that was restored gives its numbers out again. From the ledger alone.
 */
export async function isOfAnotherCustomer(
  ledger: LedgerDatabase,
  origin: string,
  charge: ChargeRow,
  invoice: InvoiceRow | undefined,
): Promise<boolean> {
  if (invoice === undefined) return false;
  const charged = await customerCharged(ledger, origin, charge, invoice);
  return charged !== null && charged !== invoice.customerId;
}

/**
 * IXC's number of the customer that a charge was made for; null: the ledger does not know. Known from the
 * newest job of this panel that made or changed the charge, else from what was read while it was there.
 */
export async function customerCharged(
  ledger: LedgerDatabase,
  origin: string,
  charge: ChargeRow,
  invoice: InvoiceRow,
): Promise<string | null> {
  const key: [string, string] = [charge.providerKey, charge.invoiceId];
  const jobs = await ledger.jobs.where('[providerKey+invoiceId]').equals(key).toArray();
  return chargedCustomer(jobs, origin, charge) ?? seenCustomer(charge, invoice);
}

function chargedCustomer(
  jobs: readonly JobRow[],
  origin: string,
  charge: ChargeRow,
): string | null {
  const maker = makerOf(charge, jobs);
  const own = jobs
    .filter((job) => job === maker || isChangeOf(job, charge))
    .filter((job) => job.origin === origin)
    .toSorted((a, b) => b.createdAt - a.createdAt);
  for (const job of own) {
    if (job.kind !== 'create' && job.kind !== 'change') continue;
    if (job.asCharged) return job.asCharged.customerId;
    // What was typed by hand IXC never said.
    const named = job.kind === 'create' && job.source !== 'hand' ? job.customerId : undefined;
    if (named !== undefined) return named;
  }
  return null;
}

function isChangeOf(job: JobRow, { id }: ChargeRow): boolean {
  return job.kind === 'change' && !job.imported && job.state === 'done' && job.targetId === id;
}

/** Whose invoice it was when it was last judged, where the charge was there by then. */
function seenCustomer({ createdOn }: ChargeRow, { judged }: InvoiceRow): string | null {
  const isSince = judged !== undefined && todayInSaoPaulo(judged.readAt) >= createdOn;
  return isSince ? judged.customerId : null;
}

import { isGone, standingCharges } from '../../billing/standing.ts';
import { livenessOf } from '../../billing/status.ts';
import type { AlertRow, ChargeRow, InvoiceRow, JobRow } from '../../ledger/rows.ts';
import type { Invoice } from '../../billing/invoice.ts';
import type { EnginePorts } from '../ports.ts';

/** An invoice and what the ledger knows of it; `before` is the reading that this one takes the place of. */
export interface Standing {
  readonly invoice: Invoice;
  readonly before: InvoiceRow | undefined;
  readonly charges: readonly ChargeRow[];
}

export const isPaid = (charge: ChargeRow) =>
  livenessOf(charge) === 'paid' || charge.status === 'CONFIRMED';

/**
 * Whether IXC and Asaas say the same, so that nothing is left for a person. Never what is not known, and
 * never a charge whose invoice stands otherwise but about which nothing can be done.
 */
function isAgreed({ invoice, charges }: Standing): boolean {
  const [charge, ...others] = standingCharges(charges);
  if (!charge) return charges.every(isGone);
  if (others.length > 0 || invoice.renegotiated) return false;
  const isAsked = invoice.status === 'open' || invoice.status === 'partial';
  if (livenessOf(charge) === 'live') return isAsked;
  if (!isPaid(charge)) return false;
  if (charge.status === 'RECEIVED_IN_CASH') {
    return invoice.status === 'received' && invoice.open === 0;
  }
  return isAsked || invoice.status === 'received';
}

/**
 * The charge that is closed in cash while its invoice asks for money again, where it was seen that the
 * receipt had been there: by this panel's earlier reading, or by the job that followed it. Null: none.
 */
export function undone(
  { invoice, before, charges }: Standing,
  origin: string,
  jobs: readonly JobRow[],
): ChargeRow | null {
  const isAsked = invoice.status === 'open' || invoice.status === 'partial';
  if (!isAsked || invoice.open === 0 || invoice.renegotiated) return null;
  const [charge, ...others] = standingCharges(charges);
  if (charge?.status !== 'RECEIVED_IN_CASH' || others.length > 0) return null;
  const wasClosed = jobs.some(
    (job) =>
      job.kind === 'counter' &&
      job.step.kind === 'close' &&
      job.state === 'done' &&
      job.origin === origin &&
      job.targetId === charge.id,
  );
  return wasClosed || before?.status === 'received' ? charge : null;
}

/** Takes back what this panel told of these invoices, where they and their charges agree now. */
export async function forgetAgreed(
  { ledger }: EnginePorts,
  origin: string,
  standings: readonly Standing[],
): Promise<void> {
  const agreed = standings.filter(isAgreed);
  if (agreed.length === 0) return;
  const told = await ledger.alerts.where('kind').equals('counter-differs').toArray();
  const charges = new Set(agreed.flatMap((standing) => standing.charges.map(({ id }) => id)));
  const isOver = ({ chargeIds, detail }: AlertRow) =>
    (detail['origin'] ?? origin) === origin && chargeIds.some((id) => charges.has(id));
  await ledger.alerts.bulkDelete(told.filter(isOver).map(({ id }) => id));
}

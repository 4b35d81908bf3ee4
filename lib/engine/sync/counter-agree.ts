import { isGone, standingCharges } from '../../billing/standing.ts';
import { livenessOf } from '../../billing/status.ts';
import type { AlertRow, ChargeRow, InvoiceEvidence } from '../../ledger/rows.ts';
import type { Invoice } from '../../billing/invoice.ts';
import type { EnginePorts } from '../ports.ts';

/** An invoice and what the ledger knows of it; `before` is what its counter work was last judged by. */
export interface Standing {
  readonly invoice: Invoice;
  readonly before: InvoiceEvidence | undefined;
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

/** Whether an alert that was told of the invoice is over. What was undone has ends of its own. */
function isOver({ detail }: AlertRow, standing: Standing): boolean {
  const { invoice, charges } = standing;
  const [charge] = standingCharges(charges);
  const isAsked = invoice.status === 'open' || invoice.status === 'partial';
  if (detail['why'] === 'deleted' && !charge) return !isAsked;
  if (detail['why'] === 'asks-less' && charge && livenessOf(charge) === 'live') {
    return isAsked && invoice.open <= charge.value;
  }
  return isAgreed(standing);
}

/** Takes back what this panel told of these invoices, where they and their charges agree now. */
export async function forgetAgreed(
  { ledger }: EnginePorts,
  origin: string,
  standings: readonly Standing[],
): Promise<void> {
  if (standings.length === 0) return;
  const told = await ledger.alerts.where('kind').equals('counter-differs').toArray();
  const own = told.filter(({ detail }) => (detail['origin'] ?? origin) === origin);
  if (own.length === 0) return;
  const byCharge = new Map(
    standings.flatMap((standing) => standing.charges.map(({ id }) => [id, standing] as const)),
  );
  const over = own.filter((alert) =>
    alert.chargeIds.some((id) => {
      const standing = byCharge.get(id);
      return standing !== undefined && isOver(alert, standing);
    }),
  );
  await ledger.alerts.bulkDelete(over.map(({ id }) => id));
}

import type { Charge } from '../charge.ts';
import type { Invoice } from '../invoice.ts';
import { statusReasons } from '../plan/invoice-reasons.ts';
import { MINIMUM_VALUE } from '../plan/terms.ts';
import { isEditable, livenessOf } from '../status.ts';
import type { ChargeExclusion, InvoiceExclusion } from './candidates.ts';

/** How a charge came to be: only one made by itself, by hand or by another program, is ever linked. */
export type ChargeOrigin = 'single' | 'installment' | 'subscription' | 'other-origin';

/** A charge with where it came from. */
export interface SourcedCharge {
  readonly charge: Charge;
  readonly origin: ChargeOrigin;
}

const CARDS: ReadonlySet<string> = new Set(['CREDIT_CARD', 'DEBIT_CARD']);

/** Why a charge is not to be linked to any invoice; null where nothing about the charge itself forbids it. */
export function chargeExclusion({ charge, origin }: SourcedCharge): ChargeExclusion | null {
  const liveness = livenessOf(charge);
  if (liveness === 'refunded') return 'refunded';
  if (charge.reference !== null) return 'foreign-reference';
  if (origin !== 'single') return origin;
  if (CARDS.has(charge.billingType)) return 'card';
  return isEditable(charge) ? null : 'not-open';
}

/** What an invoice's own record says against linking a charge to it. Whatever else forbids it, the job reads. */
export function invoiceExclusion(invoice: Invoice): InvoiceExclusion | null {
  const { released, directDebit, recurringCard, inCollection, protested, contested } = invoice;
  const isFlagged = directDebit || recurringCard || inCollection || protested || contested;
  if (statusReasons(invoice).length > 0 || !released || isFlagged) return 'not-sendable';
  if (invoice.open < MINIMUM_VALUE) return 'not-sendable';
  return invoice.registeredElsewhere.length > 0 ? 'registered-elsewhere' : null;
}

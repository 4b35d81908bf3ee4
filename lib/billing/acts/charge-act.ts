import type { CivilDate } from '../calendar.ts';
import type { Cents } from '../money.ts';

/** What a person does with a charge that is there, in the order of a menu. */
export const CHARGE_ACTS = [
  'cancel',
  'restore',
  'receive-in-cash',
  'undo-receive-in-cash',
  'refund',
  'bank-slip-refund',
] as const;
export type ChargeActKind = (typeof CHARGE_ACTS)[number];

/** An act as it was asked for. A receipt at the counter is the counter's own work: see `counterStep`. */
export type ChargeAct =
  | { readonly kind: Exclude<ChargeActKind, 'refund' | 'receive-in-cash'> }
  /** So many cents go back to the payer. */
  | { readonly kind: 'refund'; readonly value: Cents };

/** A charge as a person saw it when confirming. Of another one nothing is done. */
export interface SeenCharge {
  readonly status: string;
  readonly value: Cents;
  readonly dueDate: CivilDate;
  /** What had been given back, or was on its way. */
  readonly refunded: Cents;
}

/** Why an act is not done. Each has its sentence in `locales/` under `act.refusal_<code>`. */
export const ACT_REFUSALS = [
  'needs-finance',
  /** A CPF or CNPJ in the reason, which is kept for long. */
  'document-in-reason',
  'under-way',
  /** Params: `time`, when the last look at what was sent is due. */
  'sending-checked',
  'unproven',
  // Not IXC's customer, and nobody said that it is meant.
  'other-payer',
  'not-confirmed',
  // The charge
  'deleted',
  'not-deleted',
  'paid',
  'paid-on-both-sides',
  'being-paid',
  'received-in-cash',
  'not-received-in-cash',
  'not-paid',
  'in-dunning',
  'reversing',
  'contested',
  'refunded',
  'unknown-status',
  // Giving money back
  'boleto-by-link',
  'not-a-boleto',
  'page-stands',
  'method-not-refundable',
  'all-refunded',
  /** Params: `left`. */
  'more-than-left',
  /** Params: `balance`, `value`. */
  'no-balance',
  // The counter, in IXC
  'counter-first',
  'counter-cancelled',
  'counter-below-minimum',
  'counter-contradiction',
  'counter-undo-first',
  // Restoring
  'restore-refused',
  'restore-other-payer',
  'restore-other-account',
  /** Params: `charge`, `open`. */
  'restore-other-value',
  // Undoing a receipt in cash
  'undo-refused',
  'undo-other-payer',
  'undo-other-account',
  /** Params: `charge`, `open`. */
  'undo-other-value',
] as const;
export type ActRefusalCode = (typeof ACT_REFUSALS)[number];

export interface ActRefusal {
  readonly code: ActRefusalCode;
  /** Already formatted for people. */
  readonly params?: Readonly<Record<string, string>>;
}

/** Whether the reason must be told: it is for the audit of what takes something from the payer or the till. */
export function needsReason(kind: ChargeActKind): boolean {
  return kind === 'cancel' || kind === 'refund';
}

/** Acts that send the payer's money back. */
export function givesBack(kind: ChargeActKind): boolean {
  return kind === 'refund' || kind === 'bank-slip-refund';
}

/** Acts that make a charge payable again: it stands then where a new one would. */
export function standsAgain(kind: ChargeActKind): boolean {
  return kind === 'restore' || kind === 'undo-receive-in-cash';
}

/** Acts that move money, or say that none came in, are for the finance role. */
export function needsFinance(kind: ChargeActKind): boolean {
  return givesBack(kind) || kind === 'undo-receive-in-cash';
}

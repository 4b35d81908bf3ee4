import type { Charge } from '../charge.ts';
import { cents, type Cents, formatBrl } from '../money.ts';
import { isEditable, livenessOf } from '../status.ts';
import {
  type ActRefusal,
  type ActRefusalCode,
  type ChargeActKind,
  needsFinance,
} from './charge-act.ts';
import { leftToRefund, type RefundSums } from './refunded.ts';

export interface ActFacts {
  readonly charge: Pick<
    Charge,
    'status' | 'deleted' | 'billingType' | 'byPix' | 'value' | 'paymentDate' | 'dueDate'
  >;
  readonly role: 'attendant' | 'finance';
  /** Null: not read yet, and then nothing is refused because of it. */
  readonly refunds: RefundSums | null;
}

const refuse = (code: ActRefusalCode): ActRefusal => ({ code });

/**
 * Why Asaas would refuse an act on a charge, or why this person may not ask for it; null: it may be asked
 * for. Pure, from Asaas's status tables; what IXC, a plan or the balance have against it is another look.
 */
export function actRefusal(kind: ChargeActKind, facts: ActFacts): ActRefusal | null {
  if (needsFinance(kind) && facts.role !== 'finance') return refuse('needs-finance');
  const { charge } = facts;
  switch (kind) {
    case 'cancel':
    case 'receive-in-cash':
      return isEditable(charge) ? null : refuse(whyFixed(charge));
    case 'restore':
      if (!charge.deleted) return refuse('not-deleted');
      // Deleted in spite of a payment: what it is nobody knows.
      return livenessOf(charge) === 'deleted' ? null : refuse('unknown-status');
    case 'undo-receive-in-cash':
      if (charge.deleted) return refuse('deleted');
      return charge.status === 'RECEIVED_IN_CASH' ? null : refuse('not-received-in-cash');
    case 'refund':
      return refundRefusal(facts);
    case 'bank-slip-refund':
      return isBoleto(charge) ? moneyRefusal(charge) : refuse('not-a-boleto');
  }
}

/** Why this many cents cannot go back, of what is left and of the account's balance (null: unreadable). */
export function amountRefusal(
  value: Cents,
  charge: Pick<Charge, 'value' | 'status'>,
  refunds: RefundSums,
  balance: Cents | null,
): ActRefusal | null {
  const left = leftToRefund(charge.value, refunds);
  if (left === 0) return refuse('all-refunded');
  if (value > left || value <= 0) {
    return { code: 'more-than-left', params: { left: formatBrl(left) } };
  }
  // What is not credited yet is not taken from the balance.
  const isCredited = charge.status === 'RECEIVED';
  if (!isCredited || balance === null || balance >= value) return null;
  const params = { balance: formatBrl(balance), value: formatBrl(cents(value)) };
  return { code: 'no-balance', params };
}

const REFUNDABLE: ReadonlySet<string> = new Set(['PIX', 'CREDIT_CARD']);

/** A boleto's own Pix code may have paid it: money that came by Pix goes back by Pix. */
function isBoleto({ billingType, byPix }: ActFacts['charge']): boolean {
  return billingType === 'BOLETO' && byPix !== true;
}

function refundRefusal({ charge, refunds }: ActFacts): ActRefusal | null {
  const refused = moneyRefusal(charge);
  if (refused) return refused;
  if (isBoleto(charge)) return refuse('boleto-by-link');
  const isRefundable = charge.byPix === true || REFUNDABLE.has(charge.billingType);
  if (!isRefundable) return refuse('method-not-refundable');
  const isAll = refunds !== null && leftToRefund(charge.value, refunds) === 0;
  return isAll ? refuse('all-refunded') : null;
}

/** Asaas gives back only what it received, or is about to. */
function moneyRefusal(charge: ActFacts['charge']): ActRefusal | null {
  const isPaid = charge.status === 'RECEIVED' || charge.status === 'CONFIRMED';
  if (isPaid && !charge.deleted) return null;
  return refuse(isEditable(charge) ? 'not-paid' : whyFixed(charge));
}

/** Why a charge is neither open nor paid in the ordinary way. */
function whyFixed(charge: ActFacts['charge']): ActRefusalCode {
  const { status, deleted } = charge;
  if (deleted) return livenessOf(charge) === 'deleted' ? 'deleted' : 'unknown-status';
  switch (status) {
    case 'RECEIVED':
    case 'CONFIRMED':
    case 'DUNNING_RECEIVED':
      return 'paid';
    case 'RECEIVED_IN_CASH':
      return 'received-in-cash';
    case 'AWAITING_RISK_ANALYSIS':
    case 'AUTHORIZED':
      return 'being-paid';
    case 'DUNNING_REQUESTED':
      return 'in-dunning';
    case 'REFUND_REQUESTED':
    case 'REFUND_IN_PROGRESS':
      return 'reversing';
    case 'CHARGEBACK_REQUESTED':
    case 'CHARGEBACK_DISPUTE':
    case 'AWAITING_CHARGEBACK_REVERSAL':
      return 'contested';
    case 'REFUNDED':
      return 'refunded';
    default:
      return 'unknown-status';
  }
}

import { formatDayMonthYear } from '../calendar.ts';
import type { Charge } from '../charge.ts';
import { formatBrl } from '../money.ts';
import { parseReference } from '../reference.ts';
import type { BlockReason, ReplacedCharge, SendFacts } from '../send-plan.types.ts';
import { classifyCharge, isEditable, livenessOf } from '../status.ts';
import { notFoundReason } from './not-found.ts';
import { isOwnPayer } from './payer.ts';

/** How many charges a person can be said to have agreed to cancel at once. */
export const MOST_REPLACED = 20;

/** What the charges of the invoices that were renegotiated into this one leave to decide. */
export interface Predecessors {
  readonly reasons: readonly BlockReason[];
  /** To be cancelled before a new one is created: then all of them may be, and the operator said so. */
  readonly replaces: readonly ReplacedCharge[];
}

function replaced({ id, reference, value, dueDate }: Charge): ReplacedCharge {
  const parsed = reference === null ? null : parseReference(reference);
  return { id, invoiceId: parsed?.kind === 'charge' ? parsed.invoiceId : null, value, dueDate };
}

/** Whose charge it is, so that it can be opened: `invoice` is missing when the reference does not say. */
function paramsOf({ id, invoiceId }: Pick<ReplacedCharge, 'id' | 'invoiceId'>) {
  return { charge: id, ...(invoiceId === null ? {} : { invoice: invoiceId }) };
}

/** The reason of a live charge that is in the way, where nothing can be done about it here. */
export function liveReason(charge: Pick<ReplacedCharge, 'id' | 'invoiceId'>): BlockReason {
  return { code: 'predecessor-live', params: paramsOf(charge) };
}

function replaceableReason(charge: ReplacedCharge): BlockReason {
  const terms = { value: formatBrl(charge.value), due: formatDayMonthYear(charge.dueDate) };
  return { code: 'predecessor-replaceable', params: { ...paramsOf(charge), ...terms } };
}

function reasonOf(charge: Charge): BlockReason {
  if (livenessOf(charge) === 'paid') {
    return { code: 'predecessor-paid', params: paramsOf(replaced(charge)) };
  }
  return notFoundReason(charge) ?? liveReason(replaced(charge));
}

function isGone(charge: Charge): boolean {
  const liveness = livenessOf(charge);
  return liveness === 'deleted' || liveness === 'refunded';
}

/**
 * Whether a charge may be cancelled for this invoice: nothing was paid, nor can be on its way from a bank,
 * Asaas takes a cancellation, and it is of the account that charges and of this very customer: the number
 * of an invoice under an alias may be another provider's.
 */
function isReplaceable(facts: SendFacts, charge: Charge): boolean {
  const group = classifyCharge(charge, facts.today);
  return (
    replaced(charge).invoiceId !== null &&
    isEditable(charge) &&
    (group === 'open' || group === 'overdue') &&
    charge.accountId === facts.account?.id &&
    isOwnPayer(facts, charge.payerId)
  );
}

/**
 * A charge of an invoice that was renegotiated into this one asks for the same money, or has brought part
 * of it in, which IXC must know before the rest is charged. Where those invoices cannot be read, nobody
 * knows whether there is one. `isFree`: this invoice has no charge of its own.
 */
export function predecessorsOf(facts: SendFacts, isFree: boolean): Predecessors {
  const isUnread = !facts.predecessorsRead && facts.invoice.bornFromRenegotiation !== null;
  const unread: readonly BlockReason[] = isUnread ? [{ code: 'predecessors-unread' }] : [];
  const standing = facts.predecessors.filter((charge) => !isGone(charge));
  const mayReplace = isFree && standing.length <= MOST_REPLACED;
  if (!mayReplace || !standing.every((charge) => isReplaceable(facts, charge))) {
    return { reasons: [...unread, ...standing.map(reasonOf)], replaces: [] };
  }
  const all = standing.map(replaced);
  const chosen = new Set(facts.choices.replacePredecessors);
  return all.every(({ id }) => chosen.has(id))
    ? { reasons: unread, replaces: all }
    : { reasons: [...unread, ...all.map(replaceableReason)], replaces: [] };
}

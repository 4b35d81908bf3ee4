import { formatDayMonthYear } from '../calendar.ts';
import type { Charge } from '../charge.ts';
import { formatBrl } from '../money.ts';
import { parseReference } from '../reference.ts';
import { isGone } from '../standing.ts';
import type {
  BlockReason,
  PredecessorInvoice,
  ReplacedCharge,
  SendFacts,
} from '../send-plan.types.ts';
import { classifyCharge, isEditable, livenessOf, mayBeClearing } from '../status.ts';
import { notFoundReason } from './not-found.ts';
import { isOwnPayer } from './payer.ts';
import { underAliasReason } from './under-alias-reason.ts';

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

/** The reason of a charge of an old invoice that stands, and that Asaas was just seen to have. */
export function chargeOfPredecessor(charge: Charge): BlockReason {
  const params = paramsOf(replaced(charge));
  return { code: livenessOf(charge) === 'paid' ? 'predecessor-paid' : 'predecessor-live', params };
}

function replaceableReason(charge: ReplacedCharge): BlockReason {
  const terms = { value: formatBrl(charge.value), due: formatDayMonthYear(charge.dueDate) };
  return { code: 'predecessor-replaceable', params: { ...paramsOf(charge), ...terms } };
}

function reasonOf({ unproven }: SendFacts, charge: Charge): BlockReason {
  if (unproven.includes(charge.id)) return underAliasReason(charge);
  return notFoundReason(charge) ?? chargeOfPredecessor(charge);
}

function sendingReason(invoice: string): BlockReason {
  return { code: 'predecessor-sending', params: { invoice } };
}

function isLiveOf({ code, params }: BlockReason, invoices: readonly string[]): boolean {
  return code === 'predecessor-live' && invoices.includes(params?.['invoice'] ?? '');
}

/** IXC says that the invoice was put into this one, of the same customer: nobody charges it by itself again. */
function isClosedInto({ invoice }: SendFacts, before: PredecessorInvoice): boolean {
  const { status, renegotiated, customerId } = before;
  const isOver = renegotiated || status === 'received' || status === 'cancelled';
  return isOver && customerId === invoice.customerId;
}

/**
 * Whether a charge may be cancelled for this invoice: its own invoice is over and was not being sent,
 * nothing was paid, nor can be on its way from a bank, Asaas takes a cancellation, and it is of the account
 * that charges and of this very customer: the number of an invoice under an alias may be another provider's.
 */
function isReplaceable(facts: SendFacts, charge: Charge): boolean {
  const group = classifyCharge(charge, facts.today);
  const { invoiceId } = replaced(charge);
  const before = facts.predecessorInvoices.find(({ id }) => id === invoiceId);
  return (
    before !== undefined &&
    !before.sending &&
    isClosedInto(facts, before) &&
    !facts.unproven.includes(charge.id) &&
    isEditable(charge) &&
    (group === 'open' || group === 'overdue') &&
    !mayBeClearing(charge, facts.today) &&
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
  const sending = facts.predecessorInvoices.filter((before) => before.sending).map(({ id }) => id);
  const always = [...unread, ...sending.map(sendingReason)];
  const standing = facts.predecessors.filter((charge) => !isGone(charge));
  const mayReplace = isFree && sending.length === 0 && standing.length <= MOST_REPLACED;
  if (!mayReplace || !standing.every((charge) => isReplaceable(facts, charge))) {
    const told = standing.map((charge) => reasonOf(facts, charge));
    // Cancelling by hand what is still being sent would only make another one of it.
    const ofCharges = told.filter((reason) => !isLiveOf(reason, sending));
    return { reasons: [...always, ...ofCharges], replaces: [] };
  }
  const all = standing.map(replaced);
  const chosen = new Set(facts.choices.replacePredecessors);
  return all.every(({ id }) => chosen.has(id))
    ? { reasons: always, replaces: all }
    : { reasons: [...always, ...all.map(replaceableReason)], replaces: [] };
}

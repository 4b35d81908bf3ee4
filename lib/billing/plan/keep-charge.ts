import { accruedUntil } from '../accrued.ts';
import { type CivilDate, formatDayMonthYear } from '../calendar.ts';
import type { Charge, Payer } from '../charge.ts';
import { isAgreedDate, isMovedElsewhere } from '../edit/agreed-date.ts';
import type { Cents } from '../money.ts';
import type { BlockReason, SendFacts, SendPlan, Warning } from '../send-plan.types.ts';
import { isEditable } from '../status.ts';
import { isOwnPayer } from './payer.ts';
import { dueDateWarnings, minimumReasons } from './terms.ts';
import { strangerWarnings } from './warnings.ts';

type Kept =
  | { readonly ok: true; readonly plan: Extract<SendPlan, { kind: 'reuse' | 'update' }> }
  | { readonly ok: false; readonly reasons: readonly BlockReason[] };

/**
 * A charge cannot change its payer, so one of a payer that is not this customer's is nobody's to touch,
 * unless the operator was shown that payer and chose it.
 */
function payerReasons(
  facts: SendFacts,
  charge: Charge,
  shown: readonly Payer[],
): readonly BlockReason[] {
  const isShown = shown.some(({ id, deleted }) => id === charge.payerId && !deleted);
  if (isShown && facts.choices.payerId === charge.payerId) return [];
  if (isOwnPayer(facts, charge.payerId)) return [];
  return [{ code: 'payer-other-document', params: { charge: charge.id, payers: charge.payerId } }];
}

/**
 * The value that the charge should have. What accrued is never added here: a changed charge keeps its own
 * fine and interest, and would take them again on a value that contains them. A value between the open
 * balance and that plus today's accrued is one that was created with what had accrued by then: where this
 * installation made the charge it knows, and otherwise only a receipt could have lowered the balance.
 */
function wantedValue(facts: SendFacts, charge: Charge, invoiceDue: CivilDate): Cents {
  const { invoice, today, rules } = facts;
  const accrued = accruedUntil(invoice.open, invoiceDue, today, rules.overdue);
  const isReceivedInPart = invoice.status === 'partial' || invoice.received > 0;
  const mayContain = facts.madeWithAccrued.get(charge.id) ?? !isReceivedInPart;
  const most = invoice.open + (mayContain ? accrued.total : 0);
  return charge.value >= invoice.open && charge.value <= most ? charge.value : invoice.open;
}

/**
 * An overdue invoice leaves the charge's date alone: it may have got a later one when it was sent. So does a
 * date that was agreed with the payer, as long as IXC has the one that it was agreed against, and one that
 * somebody else gave the charge while IXC stayed as it was.
 */
function wantedDueDate(facts: SendFacts, charge: Charge, invoiceDue: CivilDate): CivilDate {
  const isLeft =
    invoiceDue < facts.today ||
    isAgreed(facts, charge, invoiceDue) ||
    isMovedElsewhere(charge, invoiceDue);
  return facts.choices.dueDate ?? (isLeft ? charge.dueDate : invoiceDue);
}

function isAgreed({ agreed }: SendFacts, charge: Charge, invoiceDue: CivilDate): boolean {
  return isAgreedDate(agreed.get(charge.id), charge.dueDate, invoiceDue);
}

/** The charge keeps its date, and whoever looks is told why. */
function agreedWarnings(facts: SendFacts, charge: Charge, invoiceDue: CivilDate): Warning[] {
  if (facts.choices.dueDate !== undefined || charge.dueDate === invoiceDue) return [];
  const isKnown = isAgreed(facts, charge, invoiceDue);
  if (!isKnown && !isMovedElsewhere(charge, invoiceDue)) return [];
  const params = {
    charge: formatDayMonthYear(charge.dueDate),
    ixc: formatDayMonthYear(invoiceDue),
  };
  return [{ code: isKnown ? 'due-date-agreed' : 'due-date-moved', params }];
}

function change<T>(from: T, to: T): { readonly from: T; readonly to: T } | null {
  return from === to ? null : { from, to };
}

/** The plan for an invoice that has exactly one standing charge: show it, or bring it up to date. */
export function keepCharge(
  facts: SendFacts,
  charge: Charge,
  invoiceDue: CivilDate,
  standing: readonly Warning[],
): Kept {
  const payers = [...facts.payersByReference, ...facts.payersByDocument];
  const payer = payers.find(({ id }) => id === charge.payerId);
  const warnings = [
    ...standing,
    ...strangerWarnings(facts.customer, payer),
    ...agreedWarnings(facts, charge, invoiceDue),
  ];
  const strangers = payerReasons(facts, charge, payers);
  if (strangers.length > 0) return { ok: false, reasons: strangers };
  if (!isEditable(charge)) return { ok: true, plan: { kind: 'reuse', charge, warnings } };

  const value = change(charge.value, wantedValue(facts, charge, invoiceDue));
  const dueDate = change(charge.dueDate, wantedDueDate(facts, charge, invoiceDue));
  if (value === null && dueDate === null) {
    return { ok: true, plan: { kind: 'reuse', charge, warnings } };
  }

  const reasons: BlockReason[] = value === null ? [] : [...minimumReasons(value.to)];
  if (dueDate !== null && dueDate.to < facts.today) {
    const params = { dueDate: formatDayMonthYear(dueDate.to) };
    reasons.push({ code: 'overdue-needs-choice', params });
  }
  if (reasons.length > 0) return { ok: false, reasons };
  const moved = dueDate === null ? [] : dueDateWarnings(dueDate.from, dueDate.to);
  return {
    ok: true,
    plan: { kind: 'update', charge, value, dueDate, warnings: [...warnings, ...moved] },
  };
}

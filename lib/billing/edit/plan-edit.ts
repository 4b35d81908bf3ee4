import type { Charge } from '../charge.ts';
import { discountOf } from '../discount.ts';
import { holdsDocument } from '../document-in-text.ts';
import { cents, type Cents, formatBrl } from '../money.ts';
import { MINIMUM_VALUE } from '../plan/terms.ts';
import { planSend } from '../send-plan.ts';
import type { BlockReason, SendFacts } from '../send-plan.types.ts';
import { isEditable, livenessOf } from '../status.ts';
import {
  type EditAsked,
  type EditedCharge,
  type EditPlan,
  type EditRefusal,
  type PlannedEdit,
  SHORTEST_REASON,
} from './charge-edit.ts';
import { newDate } from './new-date.ts';
import { change, newDescription, newTerms } from './new-terms.ts';

/** Why Asaas would take no change of a charge as it stands; null: it would. */
export function standingRefusal(
  charge: Pick<Charge, 'status' | 'deleted' | 'paymentDate'>,
): EditRefusal | null {
  if (isEditable(charge)) return null;
  if (charge.deleted) return { code: 'deleted' };
  return { code: livenessOf(charge) === 'paid' ? 'paid' : 'not-open' };
}

/**
 * The charge that sending the invoice would show or bring up to date: that one alone may be changed. `wanted`:
 * the value that it should have; null: it has it.
 */
function ownCharge(
  facts: SendFacts,
): { readonly charge: Charge; readonly wanted: Cents | null } | readonly BlockReason[] {
  const plan = planSend({ ...facts, choices: {} });
  if (plan.kind === 'update') return { charge: plan.charge, wanted: plan.value?.to ?? null };
  if (plan.kind === 'reuse') return { charge: plan.charge, wanted: null };
  return plan.kind === 'blocked' ? plan.reasons : [];
}

/** What takes something from what the provider is owed: for the audit with a reason, and for the finance role. */
function isGivenAway({ rules }: SendFacts, asked: EditAsked, edit: PlannedEdit): boolean {
  const isWaived = asked.accrued === 'waive' && rules.overdue.accrued !== 'waive';
  return isWaived || (edit.discount?.to ?? null) !== null;
}

function wordsRefusals(
  facts: SendFacts,
  asked: EditAsked,
  edit: PlannedEdit,
): readonly EditRefusal[] {
  const { reason, dueDate, accrued, description } = asked;
  const isGiven = isGivenAway(facts, asked, edit);
  const isNeeded = dueDate !== undefined || accrued === 'waive' || isGiven;
  const isShort = reason.trim().length < SHORTEST_REASON;
  return [
    ...(isGiven && !facts.rules.mayOverride ? [{ code: 'needs-finance' as const }] : []),
    ...(isNeeded && isShort ? [{ code: 'needs-reason' as const }] : []),
    ...([reason, description ?? ''].some(holdsDocument)
      ? [{ code: 'document-in-text' as const }]
      : []),
  ];
}

function minimumRefusals({ charge, terms }: EditedCharge, edit: PlannedEdit): EditRefusal[] {
  if (edit.value === null && edit.discount === null) return [];
  const value = edit.value?.to ?? charge.value;
  const discount = edit.discount === null ? terms.discount : edit.discount.to;
  const left = cents(value - discountOf(discount, value));
  if (left >= MINIMUM_VALUE) return [];
  return [
    {
      code: 'below-minimum',
      params: { value: formatBrl(left), minimum: formatBrl(MINIMUM_VALUE) },
    },
  ];
}

/**
 * What changing the invoice's charge as asked would do, from facts read just now. Pure and total. Whatever
 * forbids sending the invoice forbids this too, and every reason is told.
 */
export function planEdit(facts: SendFacts, edited: EditedCharge, asked: EditAsked): EditPlan {
  const refused = (refusals: readonly EditRefusal[], reasons: readonly BlockReason[] = []) =>
    ({ kind: 'refused', refusals, reasons, accrued: null }) as const;
  const { charge, terms } = edited;
  const standing = standingRefusal(charge);
  if (standing) return refused([standing]);
  const own = ownCharge(facts);
  if (!('charge' in own)) return refused([{ code: 'no-charge' }], own);
  if (own.charge.id !== charge.id) return refused([{ code: 'no-charge' }]);

  const date = newDate(facts, charge, asked, own.wanted);
  const added = newTerms(terms, asked, date.containsAccrued);
  const edit: PlannedEdit = {
    value: change(charge.value, date.value),
    dueDate: change(charge.dueDate, date.dueDate),
    billingType: change(charge.billingType, asked.billingType ?? charge.billingType),
    description: newDescription(charge.description, asked.description),
    ...added.changes,
    containsAccrued: date.containsAccrued,
  };
  const { containsAccrued: _what, ...changes } = edit;
  const isNothing = Object.values(changes).every((one) => one === null);
  const refusals: readonly EditRefusal[] = [
    ...date.refusals,
    ...added.refusals,
    ...minimumRefusals(edited, edit),
    ...(isNothing ? [{ code: 'nothing-changed' as const }] : []),
    ...wordsRefusals(facts, asked, edit),
  ];
  return refusals.length > 0
    ? { kind: 'refused', refusals, reasons: [], accrued: date.accrued }
    : { kind: 'edit', edit, accrued: date.accrued };
}

import type { Charge } from '../charge.ts';
import { discountOf } from '../discount.ts';
import { cents, formatBrl } from '../money.ts';
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

/** The charge that sending the invoice would show or bring up to date: that one alone may be changed. */
function ownCharge(facts: SendFacts): Charge | readonly BlockReason[] {
  const plan = planSend({ ...facts, choices: {} });
  if (plan.kind === 'reuse' || plan.kind === 'update') return plan.charge;
  return plan.kind === 'blocked' ? plan.reasons : [];
}

function reasonRefusals({ reason, dueDate, accrued }: EditAsked): readonly EditRefusal[] {
  const isNeeded = dueDate !== undefined || accrued === 'waive';
  return isNeeded && reason.trim().length < SHORTEST_REASON ? [{ code: 'needs-reason' }] : [];
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
  if (!('id' in own)) return refused([{ code: 'no-charge' }], own);
  if (own.id !== charge.id) return refused([{ code: 'no-charge' }]);

  const date = newDate(facts, charge, asked);
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
    ...reasonRefusals(asked),
  ];
  return refusals.length > 0
    ? { kind: 'refused', refusals, reasons: [], accrued: date.accrued }
    : { kind: 'edit', edit, accrued: date.accrued };
}

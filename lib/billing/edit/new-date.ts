import { accruedUntil } from '../accrued.ts';
import { addDays, type CivilDate } from '../calendar.ts';
import type { Charge } from '../charge.ts';
import { cents, type Cents } from '../money.ts';
import type { Accrued, AccruedChoice, SendFacts } from '../send-plan.types.ts';
import { type EditAsked, type EditRefusal, LATEST_DAYS } from './charge-edit.ts';

/** Value and date of a charge that gets another date, and what its value consists of then. */
export interface NewDate {
  readonly value: Cents;
  readonly dueDate: CivilDate;
  readonly containsAccrued: boolean;
  /** Null: nothing is late, or no other date is asked for. */
  readonly accrued: Accrued | null;
  readonly refusals: readonly EditRefusal[];
}

function dateRefusals(dueDate: CivilDate, today: CivilDate): readonly EditRefusal[] {
  if (dueDate < today) return [{ code: 'past-date' }];
  return dueDate > addDays(today, LATEST_DAYS) ? [{ code: 'too-far' }] : [];
}

function decision(asked: EditAsked, { rules }: SendFacts): AccruedChoice | null {
  return asked.accrued ?? (rules.overdue.accrued === 'ask' ? null : rules.overdue.accrued);
}

/**
 * Whether a charge's value contains fine and interest that accrued. Of one that another browser made, nobody
 * here knows: more than IXC ever had open is counted as that, since both must never be charged twice.
 */
function mayContainAccrued(
  { madeWithAccrued, invoice, today }: SendFacts,
  charge: Charge,
): boolean {
  const { dueDate, open, received } = invoice;
  const isLate = dueDate !== null && dueDate < today;
  return madeWithAccrued.get(charge.id) ?? (isLate && charge.value > open + received);
}

/**
 * Another due date for a charge. What an overdue invoice accrued is counted from IXC's due date on IXC's
 * open balance, never on the charge's value: a second new date adds nothing to what the first one added.
 * Without anything that accrued the value is `wanted`, where the sending would bring it up to date: nobody is
 * given another date for what was paid in part.
 */
export function newDate(
  facts: SendFacts,
  charge: Charge,
  asked: EditAsked,
  wanted: Cents | null = null,
): NewDate {
  const { invoice, today, rules } = facts;
  const contained = mayContainAccrued(facts, charge);
  const stays: NewDate = {
    value: charge.value,
    dueDate: asked.dueDate ?? charge.dueDate,
    containsAccrued: contained,
    accrued: null,
    refusals: asked.dueDate === undefined ? [] : dateRefusals(asked.dueDate, today),
  };
  if (asked.dueDate === undefined || invoice.dueDate === null) return stays;
  const accrued = accruedUntil(invoice.open, invoice.dueDate, today, rules.overdue);
  if (accrued.total === 0) {
    return wanted === null ? stays : { ...stays, value: wanted, containsAccrued: false };
  }
  switch (decision(asked, facts)) {
    case null: {
      const refusals = [...stays.refusals, { code: 'needs-accrued-choice' as const }];
      return { ...stays, accrued, refusals };
    }
    case 'charge-until-today': {
      const value = cents(invoice.open + accrued.total);
      return { ...stays, accrued, value, containsAccrued: true };
    }
    case 'waive':
      return { ...stays, accrued, value: invoice.open, containsAccrued: false };
  }
}

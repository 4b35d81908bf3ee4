import { accruedUntil } from '../accrued.ts';
import { addDays, type CivilDate, formatDayMonthYear } from '../calendar.ts';
import { cents, type Cents, formatBrl } from '../money.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Accrued, BlockReason, SendFacts, Warning } from '../send-plan.types.ts';

/** Asaas refuses a charge below R$ 5,00, after discount. */
export const MINIMUM_VALUE = cents(500);

/** How much is charged, and until when. */
export interface Terms {
  readonly value: Cents;
  readonly dueDate: CivilDate;
  readonly containsAccrued: boolean;
  /** Null when the invoice is not overdue. */
  readonly accrued: Accrued | null;
  readonly warnings: readonly Warning[];
}

/** A question that only the operator can answer, with what it is about. */
export interface OpenQuestion {
  readonly reason: BlockReason;
  readonly overdue: { readonly proposedDueDate: CivilDate; readonly accrued: Accrued };
}

/** Reason when a value is under the least that Asaas takes. */
export function minimumReasons(value: Cents): readonly BlockReason[] {
  if (value >= MINIMUM_VALUE) return [];
  const params = { value: formatBrl(value), minimum: formatBrl(MINIMUM_VALUE) };
  return [{ code: 'below-minimum', params }];
}

/** Warning when the payer will see another due date than the invoice has. */
export function dueDateWarnings(from: CivilDate, to: CivilDate): readonly Warning[] {
  if (from === to) return [];
  return [
    {
      code: 'due-date-changed',
      params: { from: formatDayMonthYear(from), to: formatDayMonthYear(to) },
    },
  ];
}

/**
 * What the operator, or else the setting, wants done with what accrued; null while nobody said it.
 * Waiving takes a reason, unless the setting alone waives.
 */
function accruedDecision({ rules, choices }: SendFacts): 'charge-until-today' | 'waive' | null {
  const decision =
    choices.accrued ?? (rules.overdue.accrued === 'ask' ? null : rules.overdue.accrued);
  if (decision !== 'waive' || choices.accrued === undefined) return decision;
  return (choices.waiveReason ?? '').trim() === '' ? null : decision;
}

/** Waiving gives money away: where the setting does not, it takes the finance role. */
function isWaivedWithoutRight({ rules, choices }: SendFacts): boolean {
  return choices.accrued === 'waive' && rules.overdue.accrued !== 'waive' && !rules.mayOverride;
}

/** The due date that a new charge gets: the invoice's own, or a later one if that is past. */
export function newDueDate(
  {
    today,
    rules,
    choices,
  }: Pick<SendFacts, 'today' | 'choices'> & { readonly rules: Pick<SendFacts['rules'], 'overdue'> },
  invoiceDue: CivilDate,
): CivilDate {
  if (choices.dueDate !== undefined) return choices.dueDate;
  return invoiceDue < today ? addDays(today, rules.overdue.dueInDays) : invoiceDue;
}

/** Value and due date of a new charge for an invoice that was due on `invoiceDue`. */
export function termsOfNewCharge(
  facts: SendFacts,
  invoiceDue: CivilDate,
): Result<Terms, OpenQuestion> {
  const { today, invoice, rules } = facts;
  const isOverdue = invoiceDue < today;
  const accrued = accruedUntil(invoice.open, invoiceDue, today, rules.overdue);
  const dueDate = newDueDate(facts, invoiceDue);

  const ask = (
    params: Readonly<Record<string, string>>,
    code: 'overdue-needs-choice' | 'waive-needs-finance' = 'overdue-needs-choice',
  ) =>
    fail({
      reason: { code, params },
      overdue: {
        proposedDueDate:
          dueDate < today ? newDueDate({ ...facts, choices: {} }, invoiceDue) : dueDate,
        accrued,
      },
    });

  if (dueDate < today) return ask({ dueDate: formatDayMonthYear(dueDate) });
  const moved = dueDateWarnings(invoiceDue, dueDate);
  if (!isOverdue) {
    return ok({
      value: invoice.open,
      dueDate,
      containsAccrued: false,
      accrued: null,
      warnings: moved,
    });
  }

  // Due on a Saturday and sent on the Sunday, or at no rate at all: there is nothing to ask about.
  if (accrued.total === 0) {
    return ok({ value: invoice.open, dueDate, containsAccrued: false, accrued, warnings: moved });
  }

  if (isWaivedWithoutRight(facts)) {
    return ask({ accrued: formatBrl(accrued.total) }, 'waive-needs-finance');
  }
  switch (accruedDecision(facts)) {
    case null:
      return ask({ dueDate: formatDayMonthYear(invoiceDue), accrued: formatBrl(accrued.total) });
    case 'charge-until-today':
      return ok({
        value: cents(invoice.open + accrued.total),
        dueDate,
        containsAccrued: true,
        accrued,
        warnings: moved,
      });
    case 'waive':
      return ok({
        value: invoice.open,
        dueDate,
        containsAccrued: false,
        accrued,
        warnings: [
          ...moved,
          { code: 'accrued-waived', params: { accrued: formatBrl(accrued.total) } },
        ],
      });
  }
}

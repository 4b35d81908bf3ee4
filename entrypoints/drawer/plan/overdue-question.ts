import type { CivilDate } from '../../../lib/billing/calendar.ts';
import { cents, type Cents } from '../../../lib/billing/money.ts';
import type { Accrued, AccruedChoice, SendPlan } from '../../../lib/billing/send-plan.types.ts';
import type { DrawerSnapshot } from '../../../lib/messages/drawer.ts';

/** What the choice about an overdue invoice is about, asked or already answered. */
export interface OverdueQuestion {
  readonly open: Cents;
  readonly accrued: Accrued;
  /** What the plan follows; null while nothing was chosen. */
  readonly follows: AccruedChoice | null;
  readonly dueDate: CivilDate;
}

/** Null when the invoice is not overdue. */
export function overdueQuestion(plan: SendPlan, snapshot: DrawerSnapshot): OverdueQuestion | null {
  if (plan.kind === 'new' && plan.accrued !== null) {
    const { accrued, draft } = plan;
    // The draft's value already contains what accrued, when it is charged.
    const open = cents(draft.value - (draft.containsAccrued ? accrued.total : 0));
    const follows = draft.containsAccrued ? 'charge-until-today' : 'waive';
    return { open, accrued, follows, dueDate: draft.dueDate };
  }
  if (plan.kind === 'blocked' && plan.overdue !== null && snapshot.invoice !== null) {
    const { accrued, proposedDueDate } = plan.overdue;
    return { open: snapshot.invoice.open, accrued, follows: null, dueDate: proposedDueDate };
  }
  return null;
}

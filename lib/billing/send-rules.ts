import type { AddedTerms } from './added-terms.ts';
import type { BillingType } from './charge.ts';
import type { AccruedChoice } from './send-plan.types.ts';

/** Who tells the payer about the charge; null until the mandatory choice is made. */
export type Notifier = 'ixc' | 'asaas' | 'none';

export interface OverdueRule {
  /** New due date = today + this many days (≥ 0). */
  readonly dueInDays: number;
  readonly accrued: 'ask' | AccruedChoice;
  /** Percent of the open balance, once. 2 = 2 %. */
  readonly finePercent: number;
  /** Percent a month, simple, pro rata by 30 days. 1 = 1 %. */
  readonly interestPercentMonth: number;
}

/** What the provider's settings say about every sending. */
export interface SendRules {
  readonly billingType: BillingType;
  readonly overdue: OverdueRule;
  readonly notifier: Notifier | null;
  /** Carteiras marked for Asaas; null = no list kept, every carteira counts as marked. */
  readonly carteiras: readonly string[] | null;
  readonly terms: AddedTerms;
  readonly description: string;
  /** The finance role: a registration elsewhere may be overridden, and what accrued waived, with a reason. */
  readonly mayOverride: boolean;
}

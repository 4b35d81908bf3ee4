import type { SendPlan } from '../../../lib/billing/send-plan.types.ts';

/** One branch of the plan, or several. */
export type PlanOf<K extends SendPlan['kind']> = Extract<SendPlan, { kind: K }>;

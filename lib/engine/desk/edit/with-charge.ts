import type { Charge } from '../../../billing/charge.ts';
import type { SendFacts } from '../../../billing/send-plan.types.ts';

/** The facts with what was just read of one charge: a list that lags must not say otherwise. */
export function withCharge(facts: SendFacts, charge: Charge): SendFacts {
  const referenced = facts.referenced.map((one) => (one.id === charge.id ? charge : one));
  return { ...facts, referenced };
}

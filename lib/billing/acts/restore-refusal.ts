import type { Charge } from '../charge.ts';
import { formatBrl } from '../money.ts';
import type { BlockReason, SendFacts, SendPlan } from '../send-plan.types.ts';
import { planSend } from '../send-plan.ts';
import type { ActRefusal } from './charge-act.ts';

/** Why a deleted charge must not stand again, with the plan's own reasons where it has any. */
export interface RestoreRefusal {
  readonly refusal: ActRefusal;
  readonly reasons: readonly BlockReason[];
}

const refuse = (refusal: ActRefusal, reasons: readonly BlockReason[] = []): RestoreRefusal => ({
  refusal,
  reasons,
});

/**
 * A charge is restored only where a new one could be sent for the same payer, from the same account and of
 * what is open: otherwise two would stand for one debt, or one for none. An overdue charge comes back with
 * its own terms, so the question about what accrued is none here.
 */
export function restoreRefusal(facts: SendFacts, charge: Charge): RestoreRefusal | null {
  const plan: SendPlan = planSend({
    ...facts,
    choices: { ...facts.choices, accrued: 'charge-until-today' },
  });
  if (plan.kind === 'blocked') return refuse({ code: 'restore-refused' }, plan.reasons);
  if (plan.kind !== 'new' || plan.replaces.length > 0) return refuse({ code: 'restore-refused' });
  if (plan.draft.accountId !== charge.accountId) return refuse({ code: 'restore-other-account' });
  const isPayers = plan.payer.kind === 'known' && plan.payer.payer.id === charge.payerId;
  if (!isPayers) return refuse({ code: 'restore-other-payer' });
  if (facts.invoice.open !== charge.value) {
    const params = { charge: formatBrl(charge.value), open: formatBrl(facts.invoice.open) };
    return refuse({ code: 'restore-other-value', params });
  }
  return null;
}

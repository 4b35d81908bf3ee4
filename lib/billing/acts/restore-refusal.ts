import type { Charge } from '../charge.ts';
import { formatBrl } from '../money.ts';
import type { BlockReason, SendFacts, SendPlan } from '../send-plan.types.ts';
import { planSend } from '../send-plan.ts';
import type { ActRefusal } from './charge-act.ts';

/** Why a charge must not be payable again, with the plan's own reasons where it has any. */
export interface RestoreRefusal {
  readonly refusal: ActRefusal;
  readonly reasons: readonly BlockReason[];
}

type Why = 'refused' | 'other-account' | 'other-payer' | 'other-value';

/** Why a deleted charge must not stand again; null: it may. */
export function restoreRefusal(facts: SendFacts, charge: Charge): RestoreRefusal | null {
  return standRefusal('restore', facts, charge);
}

/**
 * Why a receipt in cash is not undone; null: it may be. While IXC says received, the charge would be closed
 * again by the next reading, and until then a payer could pay what was paid. The charge itself, which is
 * settled so far, is no reason against it.
 */
export function undoRefusal(facts: SendFacts, charge: Charge): RestoreRefusal | null {
  if (facts.invoice.status === 'received') {
    return { refusal: { code: 'counter-undo-first' }, reasons: [] };
  }
  const referenced = facts.referenced.filter(({ id }) => id !== charge.id);
  return standRefusal('undo', { ...facts, referenced }, charge);
}

/**
 * A charge becomes payable again only where a new one could be sent for the same payer, from the same account
 * and of what is open: otherwise two would stand for one debt, or one for none. An overdue charge comes back
 * with its own terms, so the question about what accrued is none here.
 */
function standRefusal(
  act: 'restore' | 'undo',
  facts: SendFacts,
  charge: Charge,
): RestoreRefusal | null {
  const refuse = (
    why: Why,
    reasons: readonly BlockReason[] = [],
    params?: ActRefusal['params'],
  ): RestoreRefusal => ({ refusal: { code: `${act}-${why}`, ...(params && { params }) }, reasons });

  const plan: SendPlan = planSend({
    ...facts,
    choices: { ...facts.choices, accrued: 'charge-until-today' },
  });
  if (plan.kind === 'blocked') return refuse('refused', plan.reasons);
  if (plan.kind !== 'new' || plan.replaces.length > 0) return refuse('refused');
  if (plan.draft.accountId !== charge.accountId) return refuse('other-account');
  const isPayers = plan.payer.kind === 'known' && plan.payer.payer.id === charge.payerId;
  if (!isPayers) return refuse('other-payer');
  const { open } = facts.invoice;
  if (open === charge.value) return null;
  return refuse('other-value', [], { charge: formatBrl(charge.value), open: formatBrl(open) });
}

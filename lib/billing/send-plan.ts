import { existingCharge } from './plan/existing-charge.ts';
import { invoiceReasons, isChargeable } from './plan/invoice-reasons.ts';
import { keepCharge } from './plan/keep-charge.ts';
import { draftNewCharge, planNewCharge } from './plan/new-charge.ts';
import type { OpenQuestion } from './plan/terms.ts';
import { standingWarnings } from './plan/warnings.ts';
import type { BlockReason, SendFacts, SendPlan } from './send-plan.types.ts';

export { invoiceFingerprint } from './plan/invoice-fingerprint.ts';
export type * from './send-plan.types.ts';

function blocked(
  reasons: readonly BlockReason[],
  overdue: OpenQuestion['overdue'] | null = null,
): SendPlan {
  const key = (reason: BlockReason) => JSON.stringify([reason.code, reason.params]);
  const unique = new Map(reasons.map((reason) => [key(reason), reason]));
  return { kind: 'blocked', reasons: [...unique.values()], overdue };
}

/**
 * What sending an invoice would do, from facts that were read just now. Pure and total: the same facts
 * give the same plan. Every reason for not sending is told, not only the first, except where an earlier
 * one leaves the question without meaning (an invoice that was received has no terms to choose).
 */
export function planSend(facts: SendFacts): SendPlan {
  const { invoice, account, providerKey } = facts;
  if (facts.billsByFatura) return blocked([{ code: 'billed-by-fatura' }]);
  const always = invoiceReasons(facts);
  const existing = existingCharge(facts);
  if (existing.kind === 'blocked') return blocked([...always, ...existing.reasons]);

  const soFar = [...always, ...existing.reasons];
  const invoiceDue = invoice.dueDate;
  if (invoiceDue === null || !isChargeable(invoice)) return blocked(soFar);
  const warnings = standingWarnings(facts);

  if (existing.kind === 'one') {
    if (providerKey === null || soFar.length > 0) return blocked(soFar);
    const kept = keepCharge(facts, existing.charge, invoiceDue, warnings);
    return kept.ok ? kept.plan : blocked(kept.reasons);
  }

  const isKeyUsable = !always.some((reason) => reason.code === 'provider-not-confirmed');
  const draft = draftNewCharge(facts, invoiceDue, isKeyUsable ? providerKey : null);
  const reasons = [...soFar, ...draft.reasons];
  const { terms, added, payer } = draft;
  if (
    reasons.length > 0 ||
    !terms ||
    !added ||
    !payer ||
    account === null ||
    providerKey === null
  ) {
    return blocked(reasons, draft.overdue);
  }
  const { generation, replaces } = existing;
  return planNewCharge(facts, {
    account,
    providerKey,
    generation,
    replaces,
    terms,
    added,
    payer,
    invoiceDue,
    warnings,
  });
}

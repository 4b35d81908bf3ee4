import type { SendChoices, SendPlan } from '../../billing/send-plan.types.ts';

type Carried = Extract<SendPlan, { readonly warnings: readonly unknown[] }>;

/**
 * What a person decided about the money, and why, as the audit keeps it: it must be known later who gave
 * some away, and who charged in spite of a registration elsewhere, beside charges that look the same, or
 * again after a refund.
 */
export function decided(choices: SendChoices, plan: Carried): Record<string, string> {
  const { accrued, waiveReason, overrideReason, newAfterRefund, payerOverride } = choices;
  const another = plan.kind === 'new' ? (choices.createAnotherThan ?? []) : [];
  const overridden = plan.warnings.find(({ code }) => code === 'registration-overridden');
  const typed = plan.warnings.find(({ code }) => code === 'payer-data-overridden');
  const given = plan.warnings.find(({ code }) => code === 'conditional-discount-given');
  return {
    ...(accrued === undefined ? {} : { accrued }),
    ...(accrued === undefined || waiveReason === undefined ? {} : { reason: waiveReason }),
    ...(overridden && overrideReason !== undefined
      ? { override: overrideReason.trim(), registered: overridden.params?.['fields'] ?? '' }
      : {}),
    ...(another.length > 0 ? { anotherThan: another.join(', ') } : {}),
    ...(plan.kind === 'new' && newAfterRefund === true ? { afterRefund: 'yes' } : {}),
    ...(typed && payerOverride
      ? { typedFor: payerOverride.reason.trim(), fields: typed.params?.['fields'] ?? '' }
      : {}),
    ...(given ? { discount: given.params?.['value'] ?? '' } : {}),
  };
}

import type { Discount } from '../billing/added-terms.ts';
import type { Charge } from '../billing/charge.ts';
import type { ChargeTerms, EditedCharge } from '../billing/edit/charge-edit.ts';
import { centsFromReais } from '../billing/money.ts';
import { z } from '../schema.ts';
import { chargeBody } from './charge-body.ts';

const amount = z.object({
  value: z.number().min(0),
  // Recorded answers have it, and the published definition does not.
  type: z.string().nullish(),
  dueDateLimitDays: z.number().nullish(),
});

const terms = z.object({
  fine: amount.nullish(),
  interest: amount.nullish(),
  discount: amount.nullish(),
});

type Amount = z.infer<typeof amount>;

function fineOf(fine: Amount | null | undefined): ChargeTerms['fine'] {
  const value = fine?.value ?? 0;
  if (fine?.type === 'FIXED' && value > 0) {
    return { kind: 'fixed', amount: centsFromReais(value) };
  }
  return { kind: 'percent', amount: value };
}

function discountOf(discount: Amount | null | undefined): Discount | null {
  if (!discount || discount.value === 0) return null;
  const daysBefore = discount.dueDateLimitDays ?? 0;
  return discount.type === 'PERCENTAGE'
    ? { kind: 'percent', amount: discount.value, daysBefore }
    : { kind: 'fixed', amount: centsFromReais(discount.value), daysBefore };
}

/** A charge with its fine, interest and discount. Asaas answers all three always, as zero where none is set. */
export function termsBody(accountId: string): z.ZodType<EditedCharge> {
  const charge: z.ZodType<Charge> = chargeBody(accountId);
  return z.unknown().transform((body, context): EditedCharge => {
    const read = charge.safeParse(body);
    const added = terms.safeParse(body);
    if (!read.success || !added.success) {
      context.addIssue({ code: 'custom', message: 'not a charge with its terms' });
      return z.NEVER;
    }
    const { fine, interest, discount } = added.data;
    return {
      charge: read.data,
      terms: {
        fine: fineOf(fine),
        interestPercentMonth: interest?.value ?? 0,
        discount: discountOf(discount),
      },
    };
  });
}

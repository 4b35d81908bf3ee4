import type { Charge, ChargeStory } from '../billing/charge.ts';
import { chargeBody } from './charge-body.ts';
import { refundBody } from './list-refunds.ts';
import { optionalDate, optionalReais, optionalText } from './values.ts';
import { z } from '../schema.ts';

/** A moment as Asaas writes it: `2024-07-14T02:30:46Z`, or `2021-01-01 12:54:56` in São Paulo. ms; null: none. */
export function momentOf(text: string | null): number | null {
  if (text === null) return null;
  // Brazil has had no summer time since 2019, before which nothing here was made.
  const at = Date.parse(
    /[Zz]$|[+-]\d\d:?\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}-03:00`,
  );
  return Number.isNaN(at) ? null : at;
}

const moment = optionalText.transform(momentOf);

const story = z
  .object({
    interestValue: optionalReais,
    confirmedDate: optionalDate,
    estimatedCreditDate: optionalDate,
    lastInvoiceViewedDate: moment,
    lastBankSlipViewedDate: moment,
    refunds: z.array(refundBody).nullish(),
  })
  .transform((body): ChargeStory => ({
    accruedPaid: body.interestValue,
    confirmedOn: body.confirmedDate,
    estimatedCreditOn: body.estimatedCreditDate,
    invoiceViewedAt: body.lastInvoiceViewedDate,
    slipViewedAt: body.lastBankSlipViewedDate,
    refunds: body.refunds ?? [],
  }));

/** One charge with what is told of it beside what charging needs: both from one answer. */
export function toldChargeBody(
  accountId: string,
): z.ZodType<{ readonly charge: Charge; readonly story: ChargeStory }> {
  const charge = chargeBody(accountId);
  return z.unknown().transform((body, context) => {
    const [read, told] = [charge.safeParse(body), story.safeParse(body)];
    if (read.success && told.success) return { charge: read.data, story: told.data };
    context.addIssue({ code: 'custom', message: 'not a charge' });
    return z.NEVER;
  });
}

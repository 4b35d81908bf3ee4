import type { ChargeOrigin, SourcedCharge } from '../billing/adoption/exclusion.ts';
import { z } from '../schema.ts';
import { chargeBody } from './charge-body.ts';
import { optionalText } from './values.ts';

const source = z.object({
  subscription: optionalText,
  installment: optionalText,
  paymentLink: optionalText,
  checkoutSession: optionalText,
  pixQrCodeId: optionalText,
});

function originOf({
  subscription,
  installment,
  paymentLink,
  checkoutSession,
  pixQrCodeId,
}: z.infer<typeof source>): ChargeOrigin {
  if (subscription !== null) return 'subscription';
  if (installment !== null) return 'installment';
  const isMadeElsewhere = [paymentLink, checkoutSession, pixQrCodeId].some((id) => id !== null);
  return isMadeElsewhere ? 'other-origin' : 'single';
}

/** A charge with what made it. */
export function sourcedBody(accountId: string): z.ZodType<SourcedCharge> {
  const charge = chargeBody(accountId);
  return z.unknown().transform((body, context): SourcedCharge => {
    const read = charge.safeParse(body);
    const made = source.safeParse(body);
    if (read.success && made.success) return { charge: read.data, origin: originOf(made.data) };
    context.addIssue({ code: 'custom', message: 'not a charge with its origin' });
    return z.NEVER;
  });
}

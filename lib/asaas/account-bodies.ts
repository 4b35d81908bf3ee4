import { normaliseDocument } from '../billing/document.ts';
import { z } from '../schema.ts';
import type { AccountFees, AccountOwner } from './client.types.ts';
import { optionalReais, optionalText } from './values.ts';

/** `myAccount/commercialInfo`: whose account it is. */
export const ownerBody: z.ZodType<AccountOwner> = z
  .object({
    cpfCnpj: z.string().min(1),
    name: optionalText,
    companyName: optionalText,
    tradingName: optionalText,
  })
  .transform((owner): AccountOwner => ({
    name: owner.companyName ?? owner.tradingName ?? owner.name ?? '',
    document: normaliseDocument(owner.cpfCnpj),
  }));

/** `general` of `myAccount/status`. */
export const approvalBody: z.ZodType<string> = z
  .object({ general: z.string().min(1) })
  .transform(({ general }) => general);

/** A fee, or null where the table has none or nonsense. */
const fee = optionalReais
  .catch(null)
  .transform((amount) => (amount !== null && amount >= 0 ? amount : null));

/** `myAccount/fees`. The fee without discount: when a discount ends is not ours to work out. */
export const feesBody: z.ZodType<AccountFees> = z
  .object({
    payment: z
      .object({
        bankSlip: z.object({ defaultValue: fee }).nullish(),
        pix: z.object({ fixedFeeValue: fee }).nullish(),
      })
      .nullish(),
    notification: z
      .object({ messagingFeeValue: fee, whatsAppFeeValue: fee, phoneCallFeeValue: fee })
      .nullish(),
  })
  .transform(({ payment, notification }): AccountFees => ({
    boleto: payment?.bankSlip?.defaultValue ?? null,
    pix: payment?.pix?.fixedFeeValue ?? null,
    messaging: notification?.messagingFeeValue ?? null,
    whatsapp: notification?.whatsAppFeeValue ?? null,
    call: notification?.phoneCallFeeValue ?? null,
  }));

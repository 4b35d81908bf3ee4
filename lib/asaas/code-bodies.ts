import type { PixCode } from '../billing/charge.ts';
import { z } from '../schema.ts';

/** `pixQrCode`. */
export const pixCodeBody: z.ZodType<PixCode> = z
  .object({
    payload: z.string().min(1),
    encodedImage: z.string().regex(/^[A-Za-z0-9+/=\s]+$/),
    expirationDate: z.string().min(10),
  })
  .transform((code): PixCode => ({
    payload: code.payload,
    imagePng: code.encodedImage.replace(/\s/g, ''),
    expiresAt: code.expirationDate,
  }));

/** `identificationField`: the linha digitável, digits only as Asaas writes it. */
export const linhaDigitavelBody: z.ZodType<string> = z
  .object({ identificationField: z.string().min(1) })
  .transform(({ identificationField }) => identificationField);

/** The answer to a DELETE. */
export const deletionBody = z.object({ deleted: z.boolean() });

import type { Payer } from '../billing/charge.ts';
import { normaliseDocument } from '../billing/document.ts';
import { z } from '../schema.ts';
import { flag, optionalText } from './values.ts';

/** `CustomerGetResponseDTO`, projected to what choosing a payer needs. */
export const payerBody: z.ZodType<Payer> = z
  .object({
    id: z.string().min(1),
    name: optionalText,
    cpfCnpj: optionalText,
    externalReference: optionalText,
    deleted: flag,
  })
  .transform((payer): Payer => ({
    id: payer.id,
    name: payer.name ?? '',
    document: normaliseDocument(payer.cpfCnpj ?? ''),
    reference: payer.externalReference,
    deleted: payer.deleted,
  }));

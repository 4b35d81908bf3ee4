import type { Payer } from '../billing/charge.ts';
import { normaliseDocument } from '../billing/document.ts';
import { z } from '../schema.ts';
import { flag, optionalText } from './values.ts';

/** `CustomerGetResponseDTO`, projected to what choosing a payer and comparing it with IXC's customer need. */
export const payerBody: z.ZodType<Payer> = z
  .object({
    id: z.string().min(1),
    name: optionalText,
    cpfCnpj: optionalText,
    externalReference: optionalText,
    deleted: flag,
    email: optionalText,
    phone: optionalText,
    mobilePhone: optionalText,
    postalCode: optionalText,
    address: optionalText,
    addressNumber: optionalText,
    complement: optionalText,
    province: optionalText,
    notificationDisabled: flag,
  })
  .transform((payer): Payer => ({
    id: payer.id,
    name: payer.name ?? '',
    document: normaliseDocument(payer.cpfCnpj ?? ''),
    reference: payer.externalReference,
    deleted: payer.deleted,
    contact: {
      email: payer.email,
      phone: payer.phone,
      mobilePhone: payer.mobilePhone,
      postalCode: payer.postalCode,
      address: payer.address,
      addressNumber: payer.addressNumber,
      complement: payer.complement,
      district: payer.province,
    },
    silenced: payer.notificationDisabled,
  }));

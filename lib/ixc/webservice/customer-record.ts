import { normaliseDocument } from '../../billing/document.ts';
import type { Customer } from '../../billing/invoice.ts';
import { z } from '../../schema.ts';
import { flag, id, optionalText, text } from './values.ts';

/** One `cliente` record, projected at once: the whole one carries the portal's password in clear. */
export const customerRecord: z.ZodType<Customer> = z
  .object({
    id,
    razao: text,
    fantasia: text,
    cnpj_cpf: text,
    email: optionalText,
    hotsite_email: optionalText,
    fone: optionalText,
    telefone_comercial: optionalText,
    telefone_celular: optionalText,
    whatsapp: optionalText,
    cep: optionalText,
    endereco: optionalText,
    numero: optionalText,
    complemento: optionalText,
    bairro: optionalText,
    ativo: flag,
    cob_envia_email: flag,
    cob_envia_sms: flag,
    participa_cobranca: flag,
  })
  .transform((row): Customer => ({
    id: row.id,
    name: row.razao === '' ? row.fantasia : row.razao,
    document: normaliseDocument(row.cnpj_cpf),
    email: row.email ?? row.hotsite_email,
    phone: row.fone ?? row.telefone_comercial,
    mobilePhone: row.telefone_celular ?? row.whatsapp,
    ...(row.whatsapp !== null && row.telefone_celular !== null && { whatsapp: row.whatsapp }),
    postalCode: row.cep,
    address: row.endereco,
    addressNumber: row.numero,
    complement: row.complemento,
    district: row.bairro,
    active: row.ativo,
    told: {
      email: row.cob_envia_email,
      sms: row.cob_envia_sms,
      collection: row.participa_cobranca,
    },
  }));

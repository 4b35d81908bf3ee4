import { normaliseDocument } from '../../billing/document.ts';
import type { Carteira } from '../../billing/invoice.ts';
import { z } from '../../schema.ts';
import type { Filial } from './client.types.ts';
import { flag, id, optionalId, optionalText, text } from './values.ts';

/** One `fn_carteira_cobranca` record, projected at once: the whole one carries the gateways' secrets. */
export const carteiraRecord: z.ZodType<Carteira> = z
  .object({
    id,
    descricao: text,
    gateway_nome: optionalText,
    gera_pix_gateway: flag,
    id_conta: optionalId,
  })
  .transform((row): Carteira => ({
    id: row.id,
    description: row.descricao,
    gatewayName: row.gateway_nome,
    pixByGateway: row.gera_pix_gateway,
    ixcAccountId: row.id_conta,
  }));

/** One `filial` record, projected at once: the whole one carries mail and tax-office passwords. */
export const filialRecord: z.ZodType<Filial> = z
  .object({ id, razao: text, fantasia: text, cnpj: text })
  .transform((row): Filial => ({
    id: row.id,
    name: row.fantasia === '' ? row.razao : row.fantasia,
    document: normaliseDocument(row.cnpj),
  }));

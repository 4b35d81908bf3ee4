import { normaliseDocument } from '../../billing/document.ts';
import type { Carteira } from '../../billing/invoice.ts';
import { z } from '../../schema.ts';
import type { Filial, IxcAccount } from './client.types.ts';
import { flag, id, optionalId, optionalText, text } from './values.ts';

/** One `fn_carteira_cobranca` record, projected at once: the whole one carries the gateways' secrets. */
export const carteiraRecord: z.ZodType<Carteira> = z
  .object({
    id,
    descricao: text,
    gateway_nome: optionalText,
    gera_pix_gateway: flag,
    id_conta: optionalId,
    filial_id: optionalId,
    // A base too old for the column has no way to switch a carteira off.
    ativo: text,
    envia_email_gerar_financeiro: flag,
  })
  .transform((row): Carteira => ({
    id: row.id,
    description: row.descricao,
    gatewayName: row.gateway_nome,
    pixByGateway: row.gera_pix_gateway,
    ixcAccountId: row.id_conta,
    filialId: row.filial_id,
    active: row.ativo !== 'N',
    mailsOnGeneration: row.envia_email_gerar_financeiro,
  }));

/** One `filial` record, projected at once: the whole one carries mail and tax-office passwords. */
export const filialRecord: z.ZodType<Filial> = z
  .object({ id, razao: text, fantasia: text, cnpj: text })
  .transform((row): Filial => ({
    id: row.id,
    name: row.fantasia === '' ? row.razao : row.fantasia,
    document: normaliseDocument(row.cnpj),
  }));

/** One `contas` record, projected at once: the whole one carries the bank integration's secret. */
export const accountRecord: z.ZodType<IxcAccount> = z
  .object({ id, conta: text, id_planejamento: optionalId, ativo: text })
  .transform((row): IxcAccount => ({
    id: row.id,
    name: row.conta,
    planejamentoId: row.id_planejamento,
    active: row.ativo !== 'N',
  }));

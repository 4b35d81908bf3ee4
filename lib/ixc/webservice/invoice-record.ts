import { type Invoice, type InvoiceStatus, REGISTRATION_FIELDS } from '../../billing/invoice.ts';
import { z } from '../../schema.ts';
import { date, filled, flag, id, money, optionalId, optionalText, text } from './values.ts';

const STATUSES: ReadonlyMap<string, InvoiceStatus> = new Map([
  ['A', 'open'],
  ['P', 'partial'],
  ['R', 'received'],
  ['C', 'cancelled'],
]);

const registrations = Object.fromEntries(
  REGISTRATION_FIELDS.map((field) => [field, filled]),
) as Record<(typeof REGISTRATION_FIELDS)[number], typeof filled>;

const record = z.object({
  ...registrations,
  id,
  status: text,
  liberado: flag,
  filial_id: text,
  id_carteira_cobranca: text,
  id_cliente: text,
  id_contrato: optionalId,
  id_contrato_avulso: optionalId,
  documento: optionalText,
  data_emissao: date,
  data_vencimento: date,
  valor: money,
  valor_aberto: money,
  valor_recebido: money,
  pagamento_data: date,
  id_renegociacao: filled,
  tipo_renegociacao: filled,
  titulo_renegociado: flag,
  id_renegociacao_novo: optionalId,
  boleto: filled,
  tipo_recebimento: text,
  tipo_pagamento_cartao: filled,
  parcelado_cartao: flag,
  em_cobranca: flag,
  titulo_protestado: flag,
  // No public source names the column of a contested invoice, so it is looked for under both likely names.
  contestado: flag,
  titulo_contestado: flag,
  desconto_condicional_valor: money,
  validade_desconto_condicional: date,
  ultima_atualizacao: text,
});

/** A discount without a last day, or of nothing, is none: no day is invented for it. */
function conditionalDiscount({
  desconto_condicional_valor: value,
  validade_desconto_condicional: until,
}: z.infer<typeof record>): Invoice['conditionalDiscount'] {
  return value > 0 && until !== null ? { value, until } : null;
}

/** One `fn_areceber` record, projected. Columns that a base does not have count as empty. */
export const invoiceRecord: z.ZodType<Invoice> = record.transform((row): Invoice => ({
  id: row.id,
  status: STATUSES.get(row.status) ?? 'unknown',
  released: row.liberado,
  filialId: row.filial_id,
  carteiraId: row.id_carteira_cobranca,
  customerId: row.id_cliente,
  contractId: row.id_contrato ?? row.id_contrato_avulso,
  document: row.documento,
  issuedOn: row.data_emissao,
  dueDate: row.data_vencimento,
  value: row.valor,
  open: row.valor_aberto,
  received: row.valor_recebido,
  paidOn: row.pagamento_data,
  renegotiated: row.titulo_renegociado || (row.id_renegociacao && row.tipo_renegociacao),
  bornFromRenegotiation: row.id_renegociacao_novo,
  registeredElsewhere: REGISTRATION_FIELDS.filter((field) => row[field]),
  hasBoletoNumber: row.boleto,
  directDebit: /^d[eé]bito/i.test(row.tipo_recebimento),
  recurringCard: row.parcelado_cartao || row.tipo_pagamento_cartao,
  inCollection: row.em_cobranca,
  protested: row.titulo_protestado,
  contested: row.contestado || row.titulo_contestado,
  conditionalDiscount: conditionalDiscount(row),
  updatedAt: /^(|0000.*)$/.test(row.ultima_atualizacao) ? null : row.ultima_atualizacao,
}));

/** The same, of this renegotiation and no other: a record of another refuses the list that it came in. */
export function invoiceOfRenegotiation(renegotiationId: string): z.ZodType<Invoice> {
  return z
    .looseObject({ id_renegociacao: text.refine((value) => value === renegotiationId) })
    .transform((row): unknown => row)
    .pipe(invoiceRecord);
}

import type { CivilDate } from './calendar.ts';
import type { Cents } from './money.ts';

/**
 * `fn_areceber.status`: A = a receber, P = parcial, R = recebido, C = cancelado. Anything else is
 * `unknown`, which is never sendable.
 */
export type InvoiceStatus = 'open' | 'partial' | 'received' | 'cancelled' | 'unknown';

/** Fields of `fn_areceber` that, when filled, prove that another gateway or bank already has the invoice. */
export const REGISTRATION_FIELDS = [
  'gateway_link',
  'linha_digitavel',
  'nn_boleto',
  'id_cobranca',
  'charge_id',
  'gerencianet_token',
  'pix_txid',
  'id_remessa',
  'aguardando_confirmacao_pagamento',
  'em_processamento',
] as const;
export type RegistrationField = (typeof REGISTRATION_FIELDS)[number];

/** One `fn_areceber` record of IXC, projected to what charging needs. Ids are strings, as IXC answers them. */
export interface Invoice {
  readonly id: string;
  readonly status: InvoiceStatus;
  readonly released: boolean;
  readonly filialId: string;
  readonly carteiraId: string;
  readonly customerId: string;
  readonly contractId: string | null;
  readonly document: string | null;
  readonly issuedOn: CivilDate | null;
  readonly dueDate: CivilDate | null;
  readonly value: Cents;
  /** Open balance (`valor_aberto`): what is charged. */
  readonly open: Cents;
  readonly received: Cents;
  /** Day of the last receipt (`pagamento_data`); null when there was none, absent in older readings. */
  readonly paidOn?: CivilDate | null;
  /** The renegotiation that closed this invoice (`id_renegociacao` with `tipo_renegociacao`, or `titulo_renegociado = S`). */
  readonly renegotiated: boolean;
  /** The renegotiation this invoice was born from (`id_renegociacao_novo`), null when none. */
  readonly bornFromRenegotiation: string | null;
  readonly registeredElsewhere: readonly RegistrationField[];
  /** `boleto` (nosso número) is filled: only warns. */
  readonly hasBoletoNumber: boolean;
  readonly directDebit: boolean;
  readonly recurringCard: boolean;
  readonly inCollection: boolean;
  readonly protested: boolean;
  readonly contested: boolean;
  /** `ultima_atualizacao` as IXC wrote it, server local time; null when absent. */
  readonly updatedAt: string | null;
  /** `desconto_condicional_valor` until `validade_desconto_condicional`; null when there is none. */
  readonly conditionalDiscount: { readonly value: Cents; readonly until: CivilDate } | null;
}

/** How a customer is reached, as registered in IXC: unchecked, and often mistyped. */
export interface Contact {
  readonly email: string | null;
  readonly phone: string | null;
  readonly mobilePhone: string | null;
  readonly postalCode: string | null;
  readonly address: string | null;
  readonly addressNumber: string | null;
  readonly complement: string | null;
  readonly district: string | null;
}

/** One `cliente` record of IXC, projected. Never stored whole: the record carries passwords. */
export interface Customer extends Contact {
  /** The number for WhatsApp, where IXC has one of its own for that. */
  readonly whatsapp?: string;
  readonly id: string;
  readonly name: string;
  /** Digits and letters only (alphanumeric CNPJ exists), upper case; empty string when absent. */
  readonly document: string;
  readonly active: boolean;
  /** What IXC tells the customer by itself (`cob_envia_email`, `cob_envia_sms`, `participa_cobranca`). Absent: unread. */
  readonly told?: { readonly email: boolean; readonly sms: boolean; readonly collection: boolean };
}

/** One `fn_carteira_cobranca` record, projected. Never stored whole: it carries gateway secrets. */
export interface Carteira {
  readonly id: string;
  readonly description: string;
  readonly gatewayName: string | null;
  readonly pixByGateway: boolean;
  readonly ixcAccountId: string | null;
  readonly filialId: string | null;
  readonly active: boolean;
  /** IXC itself mails the boleto when it generates one. No public source names the column for certain. */
  readonly mailsOnGeneration: boolean;
}

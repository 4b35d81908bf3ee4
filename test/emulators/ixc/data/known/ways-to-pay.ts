import { CARTEIRA } from '../carteiras.ts';
import { KNOWN_CUSTOMERS } from './customers.ts';
import { known } from './known-invoice.ts';

const { plain } = KNOWN_CUSTOMERS;

/** Paid, or argued about, in another way than by a charge; and invoices of other places. */
export const WAYS_TO_PAY = {
  recurringCardInvoice: known(12965, plain, 99_90, 6, {
    tipo_recebimento: 'Cartão',
    tipo_pagamento_cartao: 'credito',
  }),
  instalmentCardInvoice: known(12964, plain, 99_90, 6, {
    tipo_recebimento: 'Cartão',
    parcelado_cartao: 'S',
  }),
  contestedInvoice: known(12963, plain, 99_90, -6, { contestado: 'S' }),
  /** Paid at the counter: a carteira without a gateway, and not one of Asaas. */
  counterInvoice: known(
    12962,
    plain,
    99_90,
    6,
    { tipo_recebimento: 'Dinheiro' },
    { carteiraId: CARTEIRA.counter },
  ),
  /** Of filial 2, though its carteira is the main filial's. */
  secondFilialInvoice: known(12961, plain, 99_90, 6, null, { filialId: '2' }),
  /** Its carteira is switched off. */
  inactiveCarteiraInvoice: known(12960, plain, 99_90, 6, null, { carteiraId: CARTEIRA.inactive }),
} as const;

import { CARTEIRA } from '../carteiras.ts';
import { KNOWN_CUSTOMERS } from './customers.ts';
import { known } from './known-invoice.ts';

const { plain } = KNOWN_CUSTOMERS;

/** Charged elsewhere already: by each single column that says so, and by what its carteira does. */
export const REGISTERED = {
  gatewayLinkInvoice: known(12976, plain, 119_90, 6, {
    gateway_link: 'https://boleto.gateway.example/12976',
  }),
  typeableLineInvoice: known(12975, plain, 119_90, 6, {
    linha_digitavel: '00190.00009 00000.012975 00000.000000 1 00000000011990',
  }),
  importedNumberInvoice: known(12974, plain, 119_90, 6, { nn_boleto: '00000012974' }),
  chargeCodeInvoice: known(12973, plain, 119_90, 6, { id_cobranca: '55120' }),
  chargeIdInvoice: known(12972, plain, 119_90, 6, { charge_id: 'chr_exemplo12972' }),
  gerencianetInvoice: known(12971, plain, 119_90, 6, { gerencianet_token: 'token-de-exemplo' }),
  pixTxidInvoice: known(12970, plain, 119_90, 6, { pix_txid: 'ixc-12970' }),
  remittanceInvoice: known(12969, plain, 119_90, 6, { id_remessa: '481' }),
  awaitingConfirmationInvoice: known(12968, plain, 119_90, 6, {
    aguardando_confirmacao_pagamento: 'S',
  }),
  inProcessingInvoice: known(12967, plain, 119_90, 6, { em_processamento: 'S' }),
  /** Nothing of the invoice says so, but its carteira makes the Pix at a gateway. */
  gatewayPixInvoice: known(12966, plain, 119_90, 6, null, { carteiraId: CARTEIRA.gatewayPix }),
} as const;

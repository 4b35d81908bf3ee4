import { CARTEIRA } from '../carteiras.ts';
import { cancelled, received, renegotiated } from '../invoice-events.ts';
import { cents, value } from '../row.ts';
import { known } from './known-invoice.ts';

const RENEGOTIATION = '900';

/** What any provider has: exactly the first rows of the default page of the Contas a receber grid. */
export const EVERYDAY = {
  openInvoice: known(13000, '1', 99_90, 5),
  /** Of the same customer as `openInvoice`. */
  secondOpenInvoice: known(12999, '1', 99_90, 35),
  /** Of another customer. */
  thirdOpenInvoice: known(12998, '2', 149_90, 10),
  dueTodayInvoice: known(12997, '8', 119_90, 0),
  overdueInvoice: known(12996, '9', 89_90, -20),
  /** R$ 200,00 of which R$ 50,00 were received. */
  partialInvoice: known(12995, '10', 200_00, 3, (invoice, { noon }) =>
    received(invoice, 50_00, noon(-1)),
  ),
  receivedInvoice: known(12994, '11', 99_90, -10, (invoice, { noon }) =>
    received(invoice, cents(value(invoice, 'valor_aberto')), noon(-11)),
  ),
  cancelledInvoice: known(12993, '12', 79_90, -15, (invoice, { noon }) =>
    cancelled(invoice, noon(-16)),
  ),
  /** Closed by a renegotiation: status C, no open balance. */
  renegotiatedInvoice: known(12992, '13', 109_90, -60, (invoice, { noon }) =>
    renegotiated(invoice, RENEGOTIATION, noon(-2)),
  ),
  /** Renegotiated, but status and open balance still read as open: only the flags tell. */
  renegotiatedOpenInvoice: known(12991, '13', 109_90, -30, {
    id_renegociacao: RENEGOTIATION,
    tipo_renegociacao: 'R',
    titulo_renegociado: 'S',
  }),
  /** Born from the renegotiation of the two before. */
  bornFromRenegotiationInvoice: known(12990, '13', 229_80, 15, {
    id_renegociacao_novo: RENEGOTIATION,
    id_contrato: '',
  }),
  noDocumentInvoice: known(12989, '3', 99_90, 8),
  invalidDocumentInvoice: known(12988, '4', 99_90, 8),
  /** R$ 3,00, below what Asaas takes. */
  tinyInvoice: known(12987, '14', 3_00, 12),
  /** `liberado = N`. */
  hiddenInvoice: known(12986, '15', 99_90, 7, { liberado: 'N' }),
  /** Its boleto is at a bank already: `linha_digitavel`, `nn_boleto`. */
  registeredElsewhereInvoice: known(12985, '16', 119_90, 9, {
    nn_boleto: '00000012985',
    boleto: '00000012985',
    linha_digitavel: '00190.00009 00000.012985 00000.000000 1 00000000011990',
    impresso: 'S',
  }),
  /** Its carteira belongs to another gateway. */
  otherGatewayInvoice: known(
    12984,
    '17',
    119_90,
    11,
    { tipo_recebimento: 'Gateway' },
    { carteiraId: CARTEIRA.otherGateway },
  ),
  /** Only `boleto` (nosso número) is filled. */
  boletoNumberInvoice: known(12983, '18', 119_90, 13, { boleto: '00000012983' }),
  companyInvoice: known(12982, '5', 899_00, 14, null, {
    filialId: '2',
    carteiraId: CARTEIRA.asaasFilial2,
  }),
  noEmailInvoice: known(12981, '6', 99_90, 16),
  unmaskedDocumentInvoice: known(12980, '7', 79_90, 18),
  protestedInvoice: known(12979, '19', 149_90, -90, { titulo_protestado: 'S' }),
  inCollectionInvoice: known(12978, '20', 149_90, -75, { em_cobranca: 'S' }),
  directDebitInvoice: known(12977, '21', 99_90, 4, {
    tipo_recebimento: 'Débito',
    tipo_cobranca: 'P',
  }),
} as const;

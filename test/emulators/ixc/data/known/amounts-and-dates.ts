import { received, renegotiated } from '../invoice-events.ts';
import { KNOWN_CUSTOMERS } from './customers.ts';
import { known } from './known-invoice.ts';

const { plain } = KNOWN_CUSTOMERS;

/** Amounts and dates that are not simply what they seem. */
export const AMOUNTS_AND_DATES = {
  /** Thirty days late; IXC has written down R$ 2,00 of fine and R$ 1,00 of interest. */
  fineAndInterestInvoice: known(12959, plain, 100_00, -30, {
    valor_multas: '2.00',
    valor_juros: '1.00',
    valor_total_com_juros: '103.00',
  }),
  /** R$ 200,00 of which R$ 80,00 were received; fifteen days late. */
  overduePartialInvoice: known(12958, plain, 200_00, -15, (invoice, { noon }) =>
    received(invoice, 80_00, noon(-3)),
  ),
  dueYesterdayInvoice: known(12957, plain, 100_00, -1),
  /** R$ 10,00 less until three days from now. */
  discountInvoice: known(12956, plain, 99_90, 8, (_, { date }) => ({
    desconto_condicional_valor: '10.00',
    validade_desconto_condicional: date(3),
  })),
  /** The last day of its discount was the day before yesterday. */
  lapsedDiscountInvoice: known(12955, plain, 99_90, 8, (_, { date }) => ({
    desconto_condicional_valor: '10.00',
    validade_desconto_condicional: date(-2),
  })),
  /** Half the value: with it, less than Asaas takes is left. */
  halfPriceInvoice: known(12954, plain, 9_90, 8, (_, { date }) => ({
    desconto_condicional_valor: '4.95',
    validade_desconto_condicional: date(8),
  })),
  /** A discount without a last day. */
  endlessDiscountInvoice: known(12953, plain, 99_90, 8, {
    desconto_condicional_valor: '10.00',
    validade_desconto_condicional: '0000-00-00',
  }),
  /** The least that Asaas takes, R$ 5,00, and one cent less. */
  smallestInvoice: known(12952, plain, 5_00, 8),
  tooSmallInvoice: known(12951, plain, 4_99, 8),
  /** Open by its status, but nothing is left to pay. */
  nothingOpenInvoice: known(12950, plain, 99_90, 8, { valor_aberto: '0.00' }),
  noDueDateInvoice: known(12949, plain, 99_90, 8, { data_vencimento: '0000-00-00' }),
  /** A record of old, with no status at all. */
  legacyStatusInvoice: known(12948, plain, 99_90, 8, { status: '' }),
  /** Born from one renegotiation and closed by the next. */
  renegotiatedTwiceInvoice: known(12947, plain, 99_90, -8, (invoice, { noon }) => ({
    ...renegotiated(invoice, '902', noon(-2)),
    id_renegociacao_novo: '901',
  })),
  /** Born from that next one. What the first one closed is no longer there to be read. */
  bornFromSecondRenegotiationInvoice: known(12946, plain, 105_00, 12, {
    id_renegociacao_novo: '902',
  }),
} as const;

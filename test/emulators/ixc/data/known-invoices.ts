import { addDays } from '../../http/sao-paulo.ts';
import { cancelled, received, renegotiated } from './invoice-events.ts';
import { invoiceRecord } from './invoice-record.ts';
import { KNOWN, type KnownName } from './known.ts';
import { CARTEIRA } from './carteiras.ts';
import { cents, value, type Row } from './row.ts';

const RENEGOTIATION = '900';

type Change = (invoice: Row, noon: (days: number) => number) => Row;

const PECULIARITIES: Partial<Record<KnownName, Change>> = {
  partialInvoice: (invoice, noon) => received(invoice, 50_00, noon(-1)),
  receivedInvoice: (invoice, noon) =>
    received(invoice, cents(value(invoice, 'valor_aberto')), noon(-11)),
  cancelledInvoice: (invoice, noon) => cancelled(invoice, noon(-16)),
  renegotiatedInvoice: (invoice, noon) => renegotiated(invoice, RENEGOTIATION, noon(-2)),
  renegotiatedOpenInvoice: () => ({
    id_renegociacao: RENEGOTIATION,
    tipo_renegociacao: 'R',
    titulo_renegociado: 'S',
  }),
  bornFromRenegotiationInvoice: () => ({ id_renegociacao_novo: RENEGOTIATION, id_contrato: '' }),
  hiddenInvoice: () => ({ liberado: 'N' }),
  registeredElsewhereInvoice: () => ({
    nn_boleto: '00000012985',
    boleto: '00000012985',
    linha_digitavel: '00190.00009 00000.012985 00000.000000 1 00000000011990',
    impresso: 'S',
  }),
  otherGatewayInvoice: () => ({ tipo_recebimento: 'Gateway' }),
  boletoNumberInvoice: () => ({ boleto: '00000012983' }),
  protestedInvoice: () => ({ titulo_protestado: 'S' }),
  inCollectionInvoice: () => ({ em_cobranca: 'S' }),
  directDebitInvoice: () => ({ tipo_recebimento: 'Débito', tipo_cobranca: 'P' }),
};

const CARTEIRAS: Partial<Record<KnownName, string>> = {
  otherGatewayInvoice: CARTEIRA.otherGateway,
  companyInvoice: CARTEIRA.asaasFilial2,
};

/** The records of `KNOWN`, around the given civil date. */
export function knownInvoices(today: string): readonly Row[] {
  const noon = (days: number) => Date.parse(`${addDays(today, days)}T12:00:00-03:00`);
  return (Object.keys(KNOWN) as KnownName[]).map((name) => {
    const { id, customerId, cents: amount, dueInDays } = KNOWN[name];
    const dueDate = addDays(today, dueInDays);
    const latestIssue = addDays(today, -1);
    const issuedOn = addDays(dueDate, -20);
    const invoice = invoiceRecord({
      id,
      customerId,
      contractId: String(2000 + Number(customerId)),
      filialId: name === 'companyInvoice' ? '2' : '1',
      carteiraId: CARTEIRAS[name] ?? CARTEIRA.asaas,
      cents: amount,
      issuedOn: issuedOn < latestIssue ? issuedOn : latestIssue,
      dueDate,
    });
    const change = PECULIARITIES[name];
    return { ...invoice, ...change?.(invoice, noon) };
  });
}

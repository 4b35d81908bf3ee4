import type { Charge } from '../billing/charge.ts';
import { ok } from '../billing/result.ts';
import { approvalBody, feesBody, ownerBody } from './account-bodies.ts';
import { balance, canTransfer, hasPixKey } from './account-probes.ts';
import { type AsaasClientOptions, createCall } from './call.ts';
import { chargeBody } from './charge-body.ts';
import { toldChargeBody } from './charge-story-body.ts';
import type { AsaasClient, ChargeFilter } from './client.types.ts';
import { deletionBody, linhaDigitavelBody, pixCodeBody } from './code-bodies.ts';
import { listBody } from './list-body.ts';
import { listPayers } from './list-payers.ts';
import { listRefunds } from './list-refunds.ts';
import { bankSlipRefundBody } from './bank-slip-refund-body.ts';
import { movementBody } from './movement-body.ts';
import { newPayerBody } from './new-payer-body.ts';
import { payerBody } from './payer-body.ts';
import { payerChangeBody } from './payer-change-body.ts';
import { noticeRequests } from './notices.ts';
import { pageQuery, queryOf } from './query.ts';
import { cashReceiptBody, chargeChangeBody, newChargeBody, refundBody } from './request-bodies.ts';
import { sourcedBody } from './sourced-body.ts';
import { termsBody } from './terms-body.ts';

/** Checks again what Asaas should have filtered by: somebody else's charge must never count as ours. */
function matches(charge: Charge, { externalReference, customer }: ChargeFilter): boolean {
  return (
    (externalReference === undefined || charge.reference === externalReference) &&
    (customer === undefined || charge.payerId === customer)
  );
}

const chargePath = (id: string, rest = '') => `/payments/${encodeURIComponent(id)}${rest}`;

/**
 * A client of one Asaas account. It repeats nothing by itself and never throws: what may be asked again,
 * and when, is the engine's to know.
 */
export function createAsaasClient(options: AsaasClientOptions): AsaasClient {
  const call = createCall(options);
  const charge = chargeBody(options.credentials.accountId);
  const charges = listBody(charge);
  const sourced = listBody(sourcedBody(options.credentials.accountId));
  const told = toldChargeBody(options.credentials.accountId);
  const edited = termsBody(options.credentials.accountId);
  const payers = listBody(payerBody);
  const movements = listBody(movementBody);

  return {
    listCharges: async (filter, page) => {
      const query = queryOf({ ...filter, ...pageQuery(page) });
      const answer = await call('GET', `/payments${query}`, charges);
      if (!answer.ok) return answer;
      const items = answer.value.items.filter((item) => matches(item, filter));
      return ok({ ...answer.value, items });
    },
    listSourced: (filter, page) =>
      call('GET', `/payments${queryOf({ ...filter, ...pageQuery(page) })}`, sourced),
    getSourced: (id) => call('GET', chargePath(id), sourcedBody(options.credentials.accountId)),
    getCharge: (id) => call('GET', chargePath(id), charge),
    getEditedCharge: (id) => call('GET', chargePath(id), edited),
    tellCharge: (id) => call('GET', chargePath(id), told),
    createCharge: (created) => call('POST', '/payments', charge, newChargeBody(created)),
    updateCharge: (id, change) => call('PUT', chargePath(id), charge, chargeChangeBody(change)),
    deleteCharge: (id) => call('DELETE', chargePath(id), deletionBody),
    receiveInCash: (id, receipt) =>
      call('POST', chargePath(id, '/receiveInCash'), charge, cashReceiptBody(receipt)),
    restoreCharge: (id) => call('POST', chargePath(id, '/restore'), charge, {}),
    undoReceiveInCash: (id) => call('POST', chargePath(id, '/undoReceivedInCash'), charge, {}),
    refundCharge: (id, refund) =>
      call('POST', chargePath(id, '/refund'), charge, refundBody(refund)),
    refundBankSlip: (id) =>
      call('POST', chargePath(id, '/bankSlip/refund'), bankSlipRefundBody, {}),
    balance: () => balance(call),
    refunds: (id) => listRefunds(call, id),
    movements: ({ from, to }, page) => {
      const query = { startDate: from, finishDate: to, order: 'asc', ...pageQuery(page) };
      return call('GET', `/financialTransactions${queryOf(query)}`, movements);
    },
    pixCode: (id) => call('GET', chargePath(id, '/pixQrCode'), pixCodeBody),
    linhaDigitavel: (id) => call('GET', chargePath(id, '/identificationField'), linhaDigitavelBody),
    listPayers: (filter) => listPayers(call, filter),
    allPayers: (page) => call('GET', `/customers${queryOf(pageQuery(page))}`, payers),
    getPayer: (id) => call('GET', `/customers/${encodeURIComponent(id)}`, payerBody),
    createPayer: (payer) => call('POST', '/customers', payerBody, newPayerBody(payer)),
    updatePayer: (id, change) =>
      call('PUT', `/customers/${encodeURIComponent(id)}`, payerBody, payerChangeBody(change)),
    ...noticeRequests(call),
    owner: () => call('GET', '/myAccount/commercialInfo/', ownerBody),
    approval: () => call('GET', '/myAccount/status/', approvalBody),
    fees: () => call('GET', '/myAccount/fees/', feesBody),
    canTransfer: () => canTransfer(call),
    hasPixKey: () => hasPixKey(call),
  };
}

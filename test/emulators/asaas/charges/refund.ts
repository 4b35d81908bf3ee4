import { civilDateTime } from '../../http/sao-paulo.ts';
import { siteOf, type Account } from '../account/account.ts';
import { book } from '../account/statement.ts';
import { ApiFailure } from '../failures.ts';
import { toReais } from '../reais.ts';
import { today, type World } from '../world.ts';
import type { ChargeRecord, RefundRecord } from './charge-record.ts';

/**
 * Gives back a Pix or a card payment, in full or in part.
 *
 * @param value cents; absent: all that has not been given back yet.
 * @throws ApiFailure as the API refuses it, among others for lack of balance: the fee is not returned.
 */
export function refund(
  world: World,
  account: Account,
  charge: ChargeRecord,
  { value, description }: { value?: number; description?: string | null } = {},
): void {
  if (charge.status !== 'RECEIVED' && charge.status !== 'CONFIRMED')
    throw refused('Somente cobranças recebidas ou confirmadas podem ser estornadas.');
  const isByPix = charge.billingType === 'PIX' || charge.pixTransaction !== null;
  if (!isByPix && charge.billingType !== 'CREDIT_CARD')
    throw refused('Somente cobranças pagas por Pix ou cartão de crédito podem ser estornadas.');
  const left = charge.value - givenBack(charge);
  const amount = value ?? left;
  if (amount <= 0 || amount > left)
    throw new ApiFailure('invalid_value', 'O valor do estorno é maior que o valor disponível.');
  if (charge.status === 'RECEIVED') {
    if (account.balance < amount) throw refused('Saldo insuficiente para realizar o estorno.');
    const date = today(world);
    book(world, account, charge, {
      type: 'PAYMENT_REVERSAL',
      amount: -amount,
      date,
      what: 'Estorno',
    });
  }
  charge.refunds.push({
    dateCreated: civilDateTime(world.clock.now()),
    value: amount,
    status: account.slowRefunds ? 'PENDING' : 'DONE',
    description: description ?? null,
    endToEndIdentifier: isByPix ? `D${world.ids.alphanumeric(31).toUpperCase()}` : null,
    receiptUrl: `${siteOf(account)}/comprovantes/${world.ids.alphanumeric(16)}`,
  });
  if (amount === left) charge.status = account.slowRefunds ? 'REFUND_IN_PROGRESS' : 'REFUNDED';
}

/** Cents given back or on their way; what was called off is neither. */
function givenBack({ refunds }: ChargeRecord): number {
  const standing = refunds.filter(({ status }) => status !== 'CANCELLED');
  return standing.reduce((sum, { value }) => sum + value, 0);
}

/** Ends what is under way of a charge's refunds; what is called off comes back to the account. */
export function settleRefunds(
  world: World,
  account: Account,
  charge: ChargeRecord,
  status: 'DONE' | 'CANCELLED',
): void {
  const wasCredited = charge.creditDate !== null && charge.creditDate <= today(world);
  for (const one of charge.refunds.filter((each) => each.status === 'PENDING')) {
    one.status = status;
    if (status === 'DONE' || !wasCredited) continue;
    const entry = { type: 'REFUND_REQUEST_CANCELLED', amount: one.value, date: today(world) };
    book(world, account, charge, { ...entry, what: 'Cancelamento de estorno' });
  }
  if (charge.status !== 'REFUND_IN_PROGRESS') return;
  if (status === 'DONE') charge.status = 'REFUNDED';
  else charge.status = wasCredited ? 'RECEIVED' : 'CONFIRMED';
}

/** Asks for a paid boleto's money back: the payer has to fill in a form at the returned address. */
export function requestBankSlipRefund(account: Account, charge: ChargeRecord): string {
  if (charge.billingType !== 'BOLETO')
    throw refused('Somente boletos podem ser estornados por esta operação.');
  if (charge.status !== 'RECEIVED' && charge.status !== 'CONFIRMED')
    throw refused('Somente cobranças recebidas ou confirmadas podem ser estornadas.');
  charge.status = 'REFUND_REQUESTED';
  return `${siteOf(account)}/r/${charge.id.slice(4)}`;
}

export function refundView(refund: RefundRecord): Record<string, unknown> {
  return {
    dateCreated: refund.dateCreated,
    status: refund.status,
    value: toReais(refund.value),
    endToEndIdentifier: refund.endToEndIdentifier,
    description: refund.description,
    effectiveDate: refund.status === 'DONE' ? refund.dateCreated : null,
    transactionReceiptUrl: refund.receiptUrl,
    refundedSplits: [],
  };
}

function refused(description: string): ApiFailure {
  return new ApiFailure('invalid_action', description);
}

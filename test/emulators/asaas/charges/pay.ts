import { addDays } from '../../http/sao-paulo.ts';
import { siteOf, type Account } from '../account/account.ts';
import { ApiFailure } from '../failures.ts';
import { today, type World } from '../world.ts';
import { isOpen, type BillingType, type ChargeRecord } from './charge-record.ts';
import { credit } from './settle.ts';
import { amountDue } from './terms.ts';

export interface Payment {
  readonly means?: Exclude<BillingType, 'UNDEFINED'>;
  readonly value?: number;
  readonly creditInDays?: number;
}

/** By what else a charge can be paid: a boleto bears a Pix code, too. */
const OFFERED: Readonly<Record<BillingType, readonly BillingType[]>> = {
  UNDEFINED: ['PIX', 'BOLETO', 'CREDIT_CARD'],
  BOLETO: ['BOLETO', 'PIX'],
  PIX: ['PIX'],
  CREDIT_CARD: ['CREDIT_CARD'],
};

/** Days from the payment to the credit. */
const DAYS_TO_CREDIT = { PIX: 0, UNDEFINED: 0, BOLETO: 1, CREDIT_CARD: 32 } as const;

/**
 * The payer pays, today, what is due with discount or with fine and interest. A Pix is RECEIVED at
 * once; a boleto and a card are CONFIRMED and become RECEIVED when the clock reaches the credit date.
 *
 * @param means what the payer used; default the charge's own, and Pix where it leaves the choice. One that
 * the charge does not offer is an error of the test's.
 * @param value cents really paid; default what is due.
 * @param creditInDays instead of the usual delay: a Pix held back for analysis, a boleto at once.
 */
export function pay(
  world: World,
  account: Account,
  charge: ChargeRecord,
  { means, value, creditInDays }: Payment = {},
): void {
  if (!isOpen(charge)) throw new ApiFailure('invalid_action', 'A cobrança não está em aberto.');
  const date = today(world);
  const due = amountDue(charge.terms, { value: charge.value, dueDate: charge.dueDate, on: date });
  const paid = value ?? due.total;
  charge.billingType = meansOf(charge, means);
  if (paid !== charge.value) charge.originalValue = charge.value;
  if (due.fineAndInterest > 0) charge.interestValue = due.fineAndInterest;
  charge.value = paid;
  charge.confirmedDate = date;
  charge.clientPaymentDate = date;
  charge.receiptUrl = `${siteOf(account)}/comprovantes/${world.ids.alphanumeric(16)}`;
  if (charge.billingType === 'PIX') {
    charge.pixTransaction = world.ids.uuid();
    charge.pixQrCodeId = world.ids.uuid();
  }
  const days = creditInDays ?? DAYS_TO_CREDIT[charge.billingType];
  if (days === 0) {
    credit(world, account, charge, date);
    return;
  }
  charge.status = 'CONFIRMED';
  charge.creditDate = addDays(date, days);
}

function meansOf(
  { id, billingType }: ChargeRecord,
  means: Payment['means'],
): Exclude<BillingType, 'UNDEFINED'> {
  const used = means ?? (billingType === 'UNDEFINED' ? 'PIX' : billingType);
  if (!OFFERED[billingType].includes(used)) {
    throw new Error(`${id} is a ${billingType}, and cannot be paid by ${used}`);
  }
  return used;
}

/**
 * Marks a charge as paid outside Asaas: no money moves.
 *
 * @param value cents received.
 */
export function receiveInCash(
  charge: ChargeRecord,
  { date, value }: { date: string; value: number },
): void {
  if (charge.deleted || !isOpen(charge))
    throw new ApiFailure(
      'invalid_action',
      'Só é possível confirmar recebimento em dinheiro de cobranças pendentes ou vencidas.',
    );
  charge.status = 'RECEIVED_IN_CASH';
  charge.originalValue = value === charge.value ? null : charge.value;
  charge.value = value;
  charge.confirmedDate = date;
  charge.paymentDate = date;
  charge.clientPaymentDate = date;
}

/** Takes a cash receipt back: the charge is open again, by its due date. */
export function undoReceivedInCash(world: World, charge: ChargeRecord): void {
  if (charge.status !== 'RECEIVED_IN_CASH')
    throw new ApiFailure('invalid_action', 'A cobrança não foi recebida em dinheiro.');
  charge.status = charge.dueDate < today(world) ? 'OVERDUE' : 'PENDING';
  charge.value = charge.originalValue ?? charge.value;
  charge.originalValue = null;
  charge.confirmedDate = null;
  charge.paymentDate = null;
  charge.clientPaymentDate = null;
}

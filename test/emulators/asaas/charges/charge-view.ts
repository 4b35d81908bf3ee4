import { addDays } from '../../http/sao-paulo.ts';
import { siteOf, type Account } from '../account/account.ts';
import { toReais } from '../reais.ts';
import { hasBoleto, type ChargeRecord } from './charge-record.ts';
import { chargebackView } from './chargeback.ts';
import { netValue } from './fee.ts';
import { refundView } from './refund.ts';

/**
 * The API's answer about one charge. Fields that the real one leaves out (a boleto's ones on a Pix,
 * a payment's ones before it) are left out here too.
 */
export function chargeView(account: Account, charge: ChargeRecord): Record<string, unknown> {
  const site = siteOf(account);
  const code = charge.id.replace(/^pay_/, '');
  const boleto = hasBoleto(charge);
  const { terms } = charge;
  return {
    object: 'payment',
    id: charge.id,
    dateCreated: charge.dateCreated,
    customer: charge.customer,
    checkoutSession: null,
    paymentLink: null,
    value: toReais(charge.value),
    netValue: toReais(netValue(account, charge)),
    originalValue: charge.originalValue === null ? null : toReais(charge.originalValue),
    interestValue: charge.interestValue === null ? null : toReais(charge.interestValue),
    description: charge.description,
    billingType: charge.billingType,
    ...(boleto ? { canBePaidAfterDueDate: canBePaidLate(charge) } : {}),
    ...(charge.confirmedDate === null ? {} : { confirmedDate: charge.confirmedDate }),
    ...(isPaidByCard(charge) ? { creditCard: PAID_CARD } : {}),
    pixTransaction: charge.pixTransaction,
    ...(charge.pixQrCodeId === null ? {} : { pixQrCodeId: charge.pixQrCodeId }),
    status: charge.status,
    dueDate: charge.dueDate,
    originalDueDate: charge.originalDueDate,
    paymentDate: charge.paymentDate,
    clientPaymentDate: charge.clientPaymentDate,
    installmentNumber: charge.installmentNumber,
    invoiceUrl: `${site}/i/${code}`,
    invoiceNumber: charge.invoiceNumber,
    externalReference: charge.externalReference,
    deleted: charge.deleted,
    anticipated: false,
    anticipable: false,
    creditDate: charge.creditDate,
    estimatedCreditDate: charge.creditDate,
    transactionReceiptUrl: charge.receiptUrl,
    nossoNumero: boleto ? charge.nossoNumero : null,
    bankSlipUrl: boleto ? `${site}/b/pdf/${code}` : null,
    lastInvoiceViewedDate: isoSeconds(charge.invoiceViewedAt),
    lastBankSlipViewedDate: isoSeconds(charge.bankSlipViewedAt),
    discount: {
      value: terms.discount.value,
      limitDate:
        terms.discount.value === 0
          ? null
          : addDays(charge.dueDate, -terms.discount.dueDateLimitDays),
      dueDateLimitDays: terms.discount.dueDateLimitDays,
      type: terms.discount.type,
    },
    fine: terms.fine,
    interest: { value: terms.interest.value, type: 'PERCENTAGE' },
    postalService: charge.postalService,
    ...(charge.daysAfterDueDateToRegistrationCancellation === null
      ? {}
      : {
          daysAfterDueDateToRegistrationCancellation:
            charge.daysAfterDueDateToRegistrationCancellation,
        }),
    ...(charge.chargebackStatus === null ? {} : { chargeback: chargebackView(charge) }),
    escrow: null,
    refunds: charge.refunds.length === 0 ? null : charge.refunds.map(refundView),
    ...(charge.installment === null ? {} : { installment: charge.installment }),
  };
}

const PAID_CARD = {
  creditCardNumber: '0000',
  creditCardBrand: 'VISA',
  creditCardToken: null,
};

function isPaidByCard(charge: ChargeRecord): boolean {
  return charge.billingType === 'CREDIT_CARD' && charge.confirmedDate !== null;
}

function canBePaidLate(charge: ChargeRecord): boolean {
  return charge.daysAfterDueDateToRegistrationCancellation !== 0;
}

/** `2024-07-14T02:30:46Z`: views are the one thing that the API dates in UTC. */
function isoSeconds(time: number | null): string | null {
  return time === null ? null : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

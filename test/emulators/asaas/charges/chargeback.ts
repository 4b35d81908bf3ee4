import { addDays } from '../../http/sao-paulo.ts';
import { toReais } from '../reais.ts';
import type { ChargeRecord } from './charge-record.ts';

/** How far a chargeback has got: the charge's status, and the one inside `chargeback`. */
export const CHARGEBACK_STAGES = {
  requested: { status: 'CHARGEBACK_REQUESTED', chargeback: 'REQUESTED' },
  disputed: { status: 'CHARGEBACK_DISPUTE', chargeback: 'IN_DISPUTE' },
  won: { status: 'AWAITING_CHARGEBACK_REVERSAL', chargeback: 'REVERSED' },
  reversed: { status: 'RECEIVED', chargeback: 'REVERSED' },
} as const;

export type ChargebackStage = keyof typeof CHARGEBACK_STAGES;

export function chargebackView(charge: ChargeRecord): Record<string, unknown> {
  const started = charge.clientPaymentDate ?? charge.dueDate;
  return {
    id: `chb_${charge.id.slice(4)}`,
    payment: charge.id,
    installment: charge.installment,
    customerAccount: charge.customer,
    status: charge.chargebackStatus,
    reason: 'COMMERCIAL_DISAGREEMENT',
    disputeStartDate: started,
    value: toReais(charge.value),
    paymentDate: charge.paymentDate,
    creditCard: { number: '0000', brand: 'VISA' },
    disputeStatus: charge.chargebackStatus === 'IN_DISPUTE' ? 'REQUESTED' : null,
    deadlineToSendDisputeDocuments: addDays(started, 30),
  };
}

import { refundSums } from '../../../billing/acts/refunded.ts';
import type { CivilDate } from '../../../billing/calendar.ts';
import type { ChargeStory } from '../../../billing/charge.ts';
import { cents } from '../../../billing/money.ts';
import type { ChargeRow } from '../../../ledger/rows.ts';
import type { ChargeMoney } from '../../../messages/charge-details.ts';
import { creditOf } from './timeline.ts';

/** Money that never reaches the account has neither fee nor credit. */
const IN_CASH = 'RECEIVED_IN_CASH';

/** What was paid and what arrives of it. Before a payment the net value is what it would be. */
export function moneyOf(
  charge: ChargeRow,
  story: ChargeStory | null,
  today: CivilDate,
): ChargeMoney {
  const { value, originalValue, netValue, status, paymentDate, clientPaymentDate } = charge;
  const net = status === IN_CASH ? null : netValue;
  const sums = story ? refundSums(story.refunds) : null;
  return {
    value,
    original: originalValue === value ? null : originalValue,
    accruedPaid: story?.accruedPaid === 0 ? null : (story?.accruedPaid ?? null),
    net,
    fee: net === null || net > value ? null : cents(value - net),
    expected: (paymentDate ?? clientPaymentDate) === null && status !== 'CONFIRMED',
    credit: creditOf(charge, story, today),
    refunds: sums !== null && sums.done + sums.underWay > 0 ? sums : null,
  };
}

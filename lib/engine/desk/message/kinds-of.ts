import type { CivilDate } from '../../../billing/calendar.ts';
import type { MessageKind } from '../../../billing/message/kinds.ts';
import { classifyCharge, livenessOf } from '../../../billing/status.ts';
import type { ChargeRow } from '../../../ledger/rows.ts';

/** What else is known of a charge that a message could be about. */
export interface Around {
  /** In São Paulo. */
  readonly today: CivilDate;
  /** False: it is not to be asked for, whatever Asaas says of it. */
  readonly isPayable: boolean;
  /** How many charges of the customer are overdue, this one among them. */
  readonly overdue: number;
  /** It has another date or value than the payer was told first. */
  readonly isReplaced: boolean;
}

/**
 * The messages that fit a charge as it stands, the likeliest first. What is neither payable nor paid for
 * good (contested, refunded, on its way) has none: whatever was said of it could be wrong tomorrow.
 */
export function kindsOf(charge: ChargeRow, around: Around): MessageKind[] {
  const group = classifyCharge(charge, around.today);
  if (group === 'paid' || group === 'paid-manual') return ['received'];
  if (livenessOf(charge) !== 'live' || !around.isPayable) return [];
  const all: MessageKind[] = around.overdue > 1 ? ['all-overdue'] : [];
  const replaced: MessageKind[] = around.isReplaced ? ['new-date'] : [];
  if (group === 'overdue') return ['overdue', 'second-copy', ...all, ...replaced];
  if (group === 'open') return ['second-copy', 'due-soon', ...replaced, ...all];
  // In compensation it may have been paid already: nobody is reminded of it.
  return group === 'clearing' ? ['second-copy', ...replaced] : [];
}

import type { CivilDate } from '../../../billing/calendar.ts';
import type { MessageKind } from '../../../billing/message/kinds.ts';
import { classifyCharge, livenessOf } from '../../../billing/status.ts';
import type { ChargeRow } from '../../../ledger/rows.ts';

/**
 * The messages that fit a charge as it stands, the likeliest first. What is neither payable nor paid for
 * good (contested, refunded, on its way) has none: whatever was said of it could be wrong tomorrow.
 */
export function kindsOf(charge: ChargeRow, today: CivilDate, overdue: number): MessageKind[] {
  const group = classifyCharge(charge, today);
  if (group === 'paid' || group === 'paid-manual') return ['received'];
  if (livenessOf(charge) !== 'live') return [];
  const all: MessageKind[] = overdue > 1 ? ['all-overdue'] : [];
  if (group === 'overdue') return ['overdue', 'second-copy', ...all, 'new-date'];
  if (group === 'open') return ['second-copy', 'due-soon', 'new-date', ...all];
  // In compensation it may have been paid already: nobody is reminded of it.
  return group === 'clearing' ? ['second-copy', 'new-date'] : [];
}

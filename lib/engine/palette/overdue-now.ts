import { todayInSaoPaulo } from '../../billing/calendar.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import { classifyCharge } from '../../billing/status.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { currentCharges, type NoCopy } from './current-codes.ts';

/** More than a message could list. */
const MOST = 50;

/** Everything of a customer that is overdue, as it stands now. */
export interface OverdueNow {
  /** At least one, the oldest due date first. */
  readonly charges: readonly ChargeRow[];
  /** Overdue invoices without a charge that could be paid: they are in no total. */
  readonly left: number;
  readonly unread: FailureView | null;
}

/**
 * The charges of these overdue invoices, each read again. What was paid or received meanwhile is no more of
 * them; one that could not be asked about fails them all, since a total without it would be a wrong one.
 */
export async function overdueNow(
  ports: EnginePorts,
  origin: string,
  invoiceIds: readonly string[],
): Promise<Result<OverdueNow, NoCopy>> {
  const asked = invoiceIds.slice(0, MOST);
  const answers = await currentCharges(ports, origin, asked);
  const today = todayInSaoPaulo(ports.clock.now());
  const charges: ChargeRow[] = [];
  let left = invoiceIds.length - asked.length;
  let unread: FailureView | null = null;
  for (const answer of answers) {
    if (answer.ok) {
      const { charge } = answer.value;
      unread ??= answer.value.unread;
      if (classifyCharge(charge, today) === 'overdue') charges.push(charge);
    } else if ('failure' in answer.error) return fail(answer.error);
    else if (answer.error.refused !== 'closed-in-ixc') left += 1;
  }
  if (charges.length === 0) return fail({ refused: 'nothing-overdue' });
  charges.sort((a, b) => (a.dueDate < b.dueDate ? -1 : 1));
  return ok({ charges, left, unread });
}

import { fail, ok, type Result } from '../../../billing/result.ts';
import type { MessageKind } from '../../../billing/message/kinds.ts';
import type { ChargeRow } from '../../../ledger/rows.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { MessageRefusal } from '../../../messages/payer-message.ts';
import { currentCharges, isSameCharge } from '../../palette/current-codes.ts';
import type { EnginePorts } from '../../ports.ts';
import { paid, refusalOf } from './about.ts';

/**
 * Asks for the charges of a message again before it leaves: paid, changed, received at the counter or gone
 * since it was composed, it would not be true any more. Gives why not all of them could be asked for.
 */
export async function stillTrue(
  engine: EnginePorts,
  origin: string,
  kind: MessageKind,
  charges: readonly ChargeRow[],
): Promise<Result<FailureView | null, MessageRefusal>> {
  const [only] = charges;
  if (kind === 'received' && only) {
    const now = await paid(engine, only);
    if (!now.ok) return now;
    const { charges: after, unread } = now.value;
    return after.every((charge) => isSameCharge(charge, only)) ? ok(unread) : OUTDATED;
  }
  const ids = charges.map(({ invoiceId }) => invoiceId);
  const answers = await currentCharges(engine, origin, ids);
  let unread: FailureView | null = null;
  for (const [at, answer] of answers.entries()) {
    const before = charges[at];
    if (answer.ok) {
      if (!before || !isSameCharge(answer.value.charge, before)) return OUTDATED;
      unread ??= answer.value.unread;
    } else if ('refused' in answer.error) return fail(refusalOf(answer.error.refused));
    else unread ??= answer.error.failure;
  }
  return ok(unread);
}

const OUTDATED = fail<MessageRefusal>({ code: 'outdated' });

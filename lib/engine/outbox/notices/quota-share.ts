import type { NoticesRunJobRow } from '../../../ledger/notice-rows.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { EnginePorts } from '../../ports.ts';
import { QUOTA } from '../../quota/governor.types.ts';

/** What a standardisation leaves of a window to everything else that is confirmed. Requests. */
const LEFT_TO_CHARGES = QUOTA.requests / 4;

/**
 * Why a standardisation has to wait: it is a request for each payer and more, charges come before it, and what
 * it would take of the account's window is theirs. Null while there is enough.
 */
export async function quotaKept(
  { governor, now }: Pick<EnginePorts, 'governor' | 'now'>,
  { accountId }: Pick<NoticesRunJobRow, 'accountId'>,
): Promise<FailureView | null> {
  const { now: fits, doneAt } = await governor.forecast(accountId, LEFT_TO_CHARGES);
  if (fits >= LEFT_TO_CHARGES) return null;
  const minutes = String(Math.max(1, Math.ceil((doneAt - now()) / 60_000)));
  return { code: 'asaas-quota', params: { minutes } };
}

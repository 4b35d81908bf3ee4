import type { AsaasClient } from '../../../asaas/client.types.ts';
import type { NoticeFees } from '../../../billing/notices/notice-cost.ts';
import { ok, type Result } from '../../../billing/result.ts';
import type { FailureView } from '../../../messages/failure.ts';
import { asaasFailureView } from '../../setup/failures.ts';

/** Of an account whose fee table cannot be read: unknown, and never nothing. */
export const UNKNOWN_FEES: NoticeFees = { messaging: null, whatsapp: null, call: null };

/** The prices of telling payers. A key that may not read them leaves them unknown. */
export async function readNoticeFees(
  client: Pick<AsaasClient, 'fees'>,
): Promise<Result<NoticeFees, FailureView>> {
  const fees = await client.fees();
  if (fees.ok) {
    const { messaging, whatsapp, call } = fees.value;
    return ok({ messaging, whatsapp, call });
  }
  const isRefused = fees.error.kind === 'forbidden' || fees.error.kind === 'not-found';
  return isRefused ? ok(UNKNOWN_FEES) : { ok: false, error: asaasFailureView(fees.error) };
}

import type { AsaasFailure } from '../../asaas/client.types.ts';
import { raiseAlert, withdrawAlert } from '../../ledger/alerts.ts';
import type { EnginePorts } from '../ports.ts';

/**
 * Tells a person that the account's key is refused: nothing of it is seen any more, and every status grows
 * old. Takes it back with the first answer.
 */
export async function keyAlert(
  { ledger, now }: EnginePorts,
  accountId: string,
  failure: AsaasFailure | null,
): Promise<void> {
  const about = { kind: 'key-lapse', accountId, subject: accountId } as const;
  if (failure === null) return withdrawAlert(ledger, about);
  if (failure.kind !== 'unauthorized') return;
  const nobody = { providerKey: null, invoiceId: null, chargeIds: [] };
  const detail = { code: failure.code ?? '' };
  await raiseAlert(ledger, { ...about, ...nobody, detail }, now());
}

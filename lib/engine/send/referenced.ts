import type { Charge } from '../../billing/charge.ts';
import { ok, type Result } from '../../billing/result.ts';
import { chargesOf, environmentOf } from '../../ledger/charges.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { locateCharges } from './locate.ts';
import type { Care } from './recent-readings.ts';

/**
 * Every charge of an invoice that is known of: those that Asaas tells of now in these accounts (all of
 * one environment), and as the ledger last saw them those of accounts that were removed since. Nobody
 * can ask about the latter, and the customer can still pay them.
 */
export async function referencedCharges(
  ports: EnginePorts,
  accounts: readonly AccountSettings[],
  keys: readonly string[],
  invoiceId: string,
  care: Care = 'anew',
): Promise<Result<Charge[], FailureView>> {
  const located = await locateCharges(ports, accounts, keys, invoiceId, care);
  if (!located.ok) return located;
  const told = new Set(located.value.map(({ id }) => id));
  const asked = new Set(accounts.map(({ id }) => id));
  const environments = new Set<string>(accounts.map(({ environment }) => environment));
  const known = await chargesOf(ports.ledger, keys, invoiceId);
  const remembered = known.filter(
    ({ id, accountId }) =>
      !told.has(id) && !asked.has(accountId) && environments.has(environmentOf(accountId)),
  );
  return ok([...located.value, ...remembered]);
}

import type { Charge } from '../../billing/charge.ts';
import { parseReference } from '../../billing/reference.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSurvey } from '../../messages/pages.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import { asaasFailureView } from './failures.ts';
import type { SetupPorts } from './ports.ts';

type KeysFound = PanelSurvey['keysFound'];

export interface FoundKeys {
  /** The most frequent first. */
  readonly keys: KeysFound;
  /** What kept the newest charges of some account from being read. */
  readonly failure: FailureView | null;
}

/** As many as one list page holds. */
const PAGE = 100;

/**
 * The provider keys in the references of the accounts' charges: of those that the ledger knows and of the
 * newest at Asaas, each charge counted once. One GET per account.
 */
export async function findKeys(
  ports: Pick<SetupPorts, 'asaas' | 'ledger'>,
  accounts: readonly AccountSettings[],
): Promise<FoundKeys> {
  const keyOfCharge = new Map<string, string>();
  const ids = accounts.map(({ id }) => id);
  for (const row of await ports.ledger.charges.where('accountId').anyOf(ids).toArray()) {
    keyOfCharge.set(row.id, row.providerKey);
  }
  let failure: FailureView | null = null;
  for (const account of accounts) {
    const newest = await newestOfOurs(ports, account);
    if (!newest.ok) failure ??= newest.error;
    else for (const { id, providerKey } of newest.value) keyOfCharge.set(id, providerKey);
  }
  return { keys: counted([...keyOfCharge.values()]), failure };
}

/** Those of an account's newest charges that carry a reference of ours, under whatever key. One GET. */
export async function newestOfOurs(
  ports: Pick<SetupPorts, 'asaas'>,
  account: AccountSettings,
): Promise<Result<readonly (Charge & { readonly providerKey: string })[], FailureView>> {
  const client = await ports.asaas(account);
  if (!client.ok) return client;
  const page = await client.value.listCharges({}, { offset: 0, limit: PAGE });
  if (!page.ok) return fail(asaasFailureView(page.error));
  const ours = page.value.items.flatMap((charge) => {
    const parsed = charge.reference === null ? null : parseReference(charge.reference);
    return parsed === null ? [] : [{ ...charge, providerKey: parsed.providerKey }];
  });
  return ok(ours);
}

function counted(keys: readonly string[]): KeysFound {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .map(([key, charges]) => ({ key, charges }))
    .toSorted((a, b) => b.charges - a.charges || a.key.localeCompare(b.key));
}

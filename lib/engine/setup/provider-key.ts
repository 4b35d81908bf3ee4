import { parseReference } from '../../billing/reference.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import { confirmedKeys, keysOfCharges } from '../../ledger/provider-keys.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AccountSettings, PanelSettings } from '../../settings/settings.ts';
import { asaasFailureView } from './failures.ts';
import type { SetupPorts } from './ports.ts';

type KeyPorts = Pick<SetupPorts, 'ledger' | 'settings' | 'vault' | 'asaasClient'>;

/** Charges that are looked through at Asaas, the newest ones. */
const NEWEST = { offset: 0, limit: 100 };

/**
 * Whether a key may stand for a panel's provider. It never replaces a key that was confirmed for this
 * address. A first one is compared with the references found in the panel's account: where ours are there
 * under another key only, another computer of the same provider probably uses that one.
 */
export async function checkProviderKey(
  ports: KeyPorts,
  panel: PanelSettings,
  typed: string,
  confirmOther: boolean,
): Promise<Result<null, FailureView>> {
  const kept = panel.providerKey === null ? [] : [panel.providerKey];
  const confirmed = kept.length > 0 ? kept : await confirmedKeys(ports.ledger, panel.origin);
  if (confirmed.length > 0) {
    const params = { providerKey: confirmed.join(', ') };
    return confirmed.includes(typed) ? ok(null) : fail({ code: 'provider-key-fixed', params });
  }
  if (confirmOther) return ok(null);
  const found = await keysInUse(ports, panel);
  if (!found.ok) return found;
  if (found.value.size === 0 || found.value.has(typed)) return ok(null);
  const params = { found: [...found.value].join(', '), typed };
  return fail({ code: 'provider-key-other', params });
}

/** The keys of our charges in the account that charges the panel; in every one until it was chosen. */
async function keysInUse(
  ports: KeyPorts,
  { accountId }: PanelSettings,
): Promise<Result<ReadonlySet<string>, FailureView>> {
  const { accounts } = await ports.settings.read();
  const keys = new Set<string>();
  for (const account of accounts) {
    if (accountId !== null && account.id !== accountId) continue;
    for (const key of await keysOfCharges(ports.ledger, account.id)) keys.add(key);
    const listed = await newestKeys(ports, account);
    if (!listed.ok) return listed;
    for (const key of listed.value) keys.add(key);
  }
  return ok(keys);
}

async function newestKeys(
  { vault, asaasClient }: KeyPorts,
  { id, environment }: AccountSettings,
): Promise<Result<readonly string[], FailureView>> {
  const key = await vault.readSecret(`asaas:${id}`);
  if (!key.ok) return fail({ code: 'locked' });
  if (key.value === null) return ok([]);
  const client = asaasClient({ accountId: id, environment, key: key.value });
  const page = await client.listCharges({}, NEWEST);
  if (!page.ok) return fail(asaasFailureView(page.error));
  const references = page.value.items.flatMap(({ reference }) =>
    reference === null ? [] : (parseReference(reference) ?? []),
  );
  return ok(references.map(({ providerKey }) => providerKey));
}

import { ownKeys } from '../../billing/own-keys.ts';
import { providerKeyFromDocument } from '../../billing/reference.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import type { AccountSettings, PanelSettings, Settings } from '../../settings/settings.ts';

/** Charges of an account that are looked through for the keys they carry. */
const MOST_CHARGES = 500;

/**
 * The keys under which a panel's charges are looked for to be shown. Before the operator confirmed one,
 * nothing is sent, and what is there already can be shown: under the aliases, else the key of the
 * account's own CNPJ, else the only key that its charges carry. Several would be a guess: none.
 */
export async function shownKeys(
  ledger: LedgerDatabase,
  { accounts }: Pick<Settings, 'accounts'>,
  panel: PanelSettings,
): Promise<readonly string[]> {
  const confirmed = ownKeys(panel.providerKey, panel.aliases);
  if (confirmed.length > 0) return confirmed;
  const named = new Set([panel.accountId, ...panel.routes.map(({ accountId }) => accountId)]);
  const own = accounts.filter(({ id }) => named.has(id));
  const found = new Set<string>();
  for (const account of own.length > 0 ? own : accounts) {
    for (const key of await keysOfAccount(ledger, account)) found.add(key);
  }
  return found.size === 1 ? [...found] : [];
}

async function keysOfAccount(
  ledger: LedgerDatabase,
  { id, document }: AccountSettings,
): Promise<ReadonlySet<string>> {
  const rows = await ledger.charges.where('accountId').equals(id).limit(MOST_CHARGES).toArray();
  const carried = new Set(rows.map(({ providerKey }) => providerKey));
  const ofDocument = providerKeyFromDocument(document);
  return ofDocument !== null && carried.has(ofDocument) ? new Set([ofDocument]) : carried;
}

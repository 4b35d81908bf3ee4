import { ownKeys } from '../../billing/own-keys.ts';
import { providerKeyFromDocument } from '../../billing/reference.ts';
import { keysOfOtherPanels } from '../../settings/confirmed-keys.ts';
import { accountsOf } from '../setup/panel-routing.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import type { AccountSettings, PanelSettings, Settings } from '../../settings/settings.ts';

/**
 * The keys under which a panel's charges are looked for to be shown. Before the operator confirmed one,
 * nothing is sent, and what is there already can be shown: under the aliases, else under the CNPJ of the
 * account that the panel names, or of the only one there is. Any other key would be a guess, and what
 * another panel confirmed is that panel's: invoice numbers repeat from one provider to the next.
 */
export async function shownKeys(
  ledger: LedgerDatabase,
  { accounts, panels }: Pick<Settings, 'accounts' | 'panels'>,
  panel: PanelSettings,
): Promise<readonly string[]> {
  if (panel.providerKey !== null) return ownKeys(panel.providerKey, panel.aliases);
  const foreign = keysOfOtherPanels(panels, panel.origin);
  const kept = ownKeys(null, panel.aliases).filter((key) => !foreign.has(key));
  if (kept.length > 0) return kept;
  const named = accountsOf(panel);
  const own = named.size === 0 && accounts.length === 1 ? accounts : undefined;
  const found = new Set<string>();
  for (const account of own ?? accounts.filter(({ id }) => named.has(id))) {
    const key = providerKeyFromDocument(account.document);
    if (key !== null && !foreign.has(key) && (await carries(ledger, account, key))) found.add(key);
  }
  return found.size === 1 ? [...found] : [];
}

async function carries(
  ledger: LedgerDatabase,
  { id }: AccountSettings,
  key: string,
): Promise<boolean> {
  const ofAccount = ledger.charges.where('accountId').equals(id);
  return (await ofAccount.filter(({ providerKey }) => providerKey === key).count()) > 0;
}

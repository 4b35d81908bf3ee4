import type { Invoice } from '../../billing/invoice.ts';
import { environmentOf } from '../../ledger/charges.ts';
import { accountFor } from '../../settings/account-for.ts';
import type { AccountSettings, PanelSettings, Settings } from '../../settings/settings.ts';

type Placed = Pick<Invoice, 'filialId' | 'carteiraId'>;

/**
 * The account that charges an invoice; null where nobody said which. Of an invoice typed by hand filial
 * and carteira may be unknown: then only a panel that charges through one account alone has an answer.
 */
export function chargingAccount(
  { accounts }: Pick<Settings, 'accounts'>,
  panel: PanelSettings,
  invoice: Placed,
): AccountSettings | null {
  const isPlaced = invoice.filialId !== '' && invoice.carteiraId !== '';
  const id = isPlaced ? accountFor(panel, invoice) : onlyAccountOf(panel);
  return accounts.find((account) => account.id === id) ?? null;
}

function onlyAccountOf({ routes, accountId }: PanelSettings): string | null {
  const [first, ...others] = new Set([accountId, ...routes.map((route) => route.accountId)]);
  return first !== undefined && others.length === 0 ? first : null;
}

/**
 * The environment that a panel charges in, for what is shown before its invoice was read. A panel never
 * mixes them; null when it has no account and those there are differ.
 */
export function panelEnvironment(
  { accounts }: Pick<Settings, 'accounts'>,
  panel: PanelSettings,
): string | null {
  const named = [panel.accountId ?? [], panel.routes.map(({ accountId }) => accountId)].flat();
  const ids = named.length > 0 ? named : accounts.map(({ id }) => id);
  const [first, ...others] = new Set(ids.map(environmentOf));
  return first !== undefined && others.length === 0 ? first : null;
}

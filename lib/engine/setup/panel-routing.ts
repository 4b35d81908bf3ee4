import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type {
  AccountSettings,
  PanelSettings,
  Route,
  SettlementAccount,
} from '../../settings/settings.ts';
import { accountBusy, unsettledJob } from './busy.ts';
import { changePanel } from './change-panel.ts';
import { findPanel } from './panels.ts';
import type { SetupPorts } from './ports.ts';

export interface Routing {
  readonly routes: readonly Route[];
  readonly carteiras: readonly string[] | null;
  readonly settlements: readonly SettlementAccount[];
}

/**
 * Which account charges which filial and carteira, which carteiras are for Asaas, and where baixas of each
 * account go. Refused while an account that the panel uses has a job that may still charge and the routes
 * change: the same invoice could be on its way in two accounts.
 */
export async function savePanelRouting(
  ports: Pick<SetupPorts, 'settings' | 'ledger'>,
  { origin, routes, carteiras, settlements }: Routing & { readonly origin: string },
): Promise<Result<PanelSettings, FailureView>> {
  const known = findPanel(await ports.settings.read(), origin);
  if (!known) return fail({ code: 'panel-unknown' });
  if (!sameRoutes(known.routes, routes)) {
    const used = accountsOf(known);
    const job = await unsettledJob(ports, ({ accountId }) => used.has(accountId));
    if (job) return fail(accountBusy(job));
  }
  // Baixas of one account go to one conta: the last that was said.
  const byAccount = new Map(settlements.map((each) => [each.accountId, each]));
  const routing: Routing = {
    routes,
    carteiras: carteiras && [...new Set(carteiras)],
    settlements: [...byAccount.values()],
  };
  return changePanel(ports, origin, (panel, { accounts }) => {
    const changed = { ...panel, ...routing };
    const refusal = check(changed, accounts);
    return refusal ? fail(refusal) : ok(changed);
  });
}

/** Every account that charges some invoice of the panel. */
export function accountsOf(
  panel: Pick<PanelSettings, 'accountId' | 'routes'>,
): ReadonlySet<string> {
  const own = panel.accountId === null ? [] : [panel.accountId];
  return new Set([...own, ...panel.routes.map(({ accountId }) => accountId)]);
}

/**
 * Whether the panel's accounts charge one kind of money. Mixed, some invoices of a panel would be charged
 * for real and others only seem to be.
 */
export function isOneEnvironment(
  panel: Pick<PanelSettings, 'accountId' | 'routes'>,
  accounts: readonly AccountSettings[],
): boolean {
  const used = accountsOf(panel);
  const environments = accounts.filter(({ id }) => used.has(id)).map((each) => each.environment);
  return new Set(environments).size <= 1;
}

function check(panel: PanelSettings, accounts: readonly AccountSettings[]): FailureView | null {
  const known = new Set(accounts.map(({ id }) => id));
  const named = [...panel.routes, ...panel.settlements].map(({ accountId }) => accountId);
  if (!named.every((id) => known.has(id))) return { code: 'no-account' };
  if (hasTwins(panel.routes.map(keyOf))) return { code: 'route-repeated' };
  return isOneEnvironment(panel, accounts) ? null : { code: 'panel-environments-mixed' };
}

function sameRoutes(before: readonly Route[], after: readonly Route[]): boolean {
  const texts = (routes: readonly Route[]) =>
    routes.map((route) => `${keyOf(route)} ${route.accountId}`).toSorted();
  return texts(before).join('\n') === texts(after).join('\n');
}

function keyOf({ filialId, carteiraId }: Route): string {
  return `${filialId ?? '*'}/${carteiraId ?? '*'}`;
}

function hasTwins(keys: readonly string[]): boolean {
  return new Set(keys).size < keys.length;
}

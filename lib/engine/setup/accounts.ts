import type { AccountOwner, AsaasClient } from '../../asaas/client.types.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import { standingAccounts } from '../../ledger/standing-accounts.ts';
import { forgetAccount } from '../data/forget-account.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AccountTest } from '../../messages/pages.ts';
import type { AccountSettings, Settings } from '../../settings/settings.ts';
import { accountId, readAccountKey, type AccountKey } from './account-key.ts';
import { readAccountPower, type AccountPower } from './account-power.ts';
import { accountBusy, unsettledJob } from './busy.ts';
import { asaasFailureView, lacksPermission } from './failures.ts';
import { unlessOffline } from './offline.ts';
import type { SetupPorts } from './ports.ts';
import { soleAccount } from './sole-account.ts';
import { storing } from './storing.ts';

interface Tested {
  readonly accountKey: AccountKey;
  /** Null when the key may not read it, which does not keep it from charging. */
  readonly owner: AccountOwner | null;
  readonly approval: string | null;
  readonly power: AccountPower;
}

/**
 * Reads who a key belongs to and whether it may do what charging needs. GETs only; changes nothing and
 * stores nothing. `name` and `document` are empty when the key may charge but not read its owner.
 */
export async function testAccount(
  ports: Pick<SetupPorts, 'asaasClient' | 'online'>,
  pasted: string,
): Promise<Result<AccountTest, FailureView>> {
  const tested = await tryKey(ports, pasted);
  if (!tested.ok) return tested;
  const { accountKey, owner, approval, power } = tested.value;
  return ok({
    name: owner?.name ?? '',
    document: owner?.document ?? '',
    environment: accountKey.environment,
    approval,
    ...power,
  });
}

/**
 * Tests the key again, then stores it. The key goes first: settings that name an account without a key
 * would look set up, a key that nothing names is only overwritten by the next try.
 */
export async function saveAccount(
  ports: Pick<SetupPorts, 'asaasClient' | 'online' | 'vault' | 'settings' | 'ledger'>,
  pasted: string,
): Promise<Result<AccountSettings, FailureView>> {
  if ((await ports.vault.state()) === 'locked') return fail({ code: 'locked' });
  const tested = await tryKey(ports, pasted);
  if (!tested.ok) return tested;
  const { accountKey, owner, power } = tested.value;
  const account: AccountSettings = {
    id: accountId(accountKey, owner),
    name: owner?.name ?? '',
    document: owner?.document ?? '',
    environment: accountKey.environment,
    keyHint: accountKey.key.slice(-4),
    ...power,
  };
  return storing(async () => {
    const written = await ports.vault.writeSecret(`asaas:${account.id}`, accountKey.key);
    if (!written.ok) return fail({ code: 'locked' });
    const standing = await standingAccounts(ports.ledger);
    await ports.settings.update((settings) => withAccount(settings, account, standing));
    return ok(account);
  });
}

/**
 * Forgets the account and its key. Refused while a job of it may still charge: only its key can finish it.
 * Looks at charges that are known already are given up.
 */
export async function removeAccount(
  ports: Pick<SetupPorts, 'vault' | 'settings' | 'ledger' | 'endJobs'>,
  id: string,
): Promise<Result<null, FailureView>> {
  const { accounts } = await ports.settings.read();
  if (!accounts.some((account) => account.id === id)) return fail({ code: 'no-account' });
  const job = await unsettledJob(ports, ({ accountId }) => accountId === id);
  if (job) return fail(accountBusy(job));
  // A job that was confirmed this very moment.
  if (!(await ports.endJobs(id))) return fail({ code: 'account-busy' });
  return storing(async () => {
    const standing = await standingAccounts(ports.ledger);
    // The settings go first: once they name the account no more, no new job can need its key.
    await ports.settings.update((settings) => withoutAccount(settings, id, standing));
    await ports.vault.removeSecret(`asaas:${id}`);
    await forgetAccount(ports.ledger, id);
    return ok(null);
  });
}

async function tryKey(
  ports: Pick<SetupPorts, 'asaasClient' | 'online'>,
  pasted: string,
): Promise<Result<Tested, FailureView>> {
  const accountKey = readAccountKey(pasted);
  if (!accountKey.ok) return accountKey;
  // Whose account it is is what we are about to ask.
  const client = ports.asaasClient({ accountId: 'untested', ...accountKey.value });
  const owner = await readOwner(client);
  if (!owner.ok) return fail(unlessOffline(ports, owner.error));
  const mayCharge = await readChargingPower(client);
  if (!mayCharge.ok) return fail(unlessOffline(ports, mayCharge.error));
  const approval = await client.approval();
  return ok({
    accountKey: accountKey.value,
    owner: owner.value,
    // Shown for information; a key that may charge needs no right to read it.
    approval: approval.ok ? approval.value : null,
    power: await readAccountPower(client),
  });
}

/** The owner; null when the key may not read it. */
async function readOwner(client: AsaasClient): Promise<Result<AccountOwner | null, FailureView>> {
  const owner = await client.owner();
  if (owner.ok) return owner;
  return lacksPermission(owner.error) ? ok(null) : fail(asaasFailureView(owner.error));
}

/**
 * Whether the key may read charges and payers, without which nothing is ever sent. That it may also
 * write them shows only when it does: there is no request that asks and changes nothing.
 */
async function readChargingPower(client: AsaasClient): Promise<Result<null, FailureView>> {
  const charges = await client.listCharges({}, { offset: 0, limit: 1 });
  if (!charges.ok) return fail(asaasFailureView(charges.error));
  const payers = await client.listPayers({ externalReference: 'ixc:connection-test' });
  return payers.ok ? ok(null) : fail(asaasFailureView(payers.error));
}

/** The only account of an installation charges every panel that has none yet. */
function withAccount(
  settings: Settings,
  account: AccountSettings,
  standing: readonly string[],
): Settings {
  const others = settings.accounts.filter(({ id }) => id !== account.id);
  const accounts = [...others, account];
  const sole = soleAccount(accounts, standing);
  const panels = settings.panels.map((panel) => ({
    ...panel,
    accountId: panel.accountId ?? sole?.id ?? null,
  }));
  return { ...settings, accounts, panels };
}

/**
 * Its panels go to the only account that is left, if that charges the same kind of money: a panel must
 * not go from tests to real charges because something was removed. Otherwise, and while charges of the
 * removed one stand, the operator chooses. Its routes and the place of its baixas go with it.
 */
function withoutAccount(settings: Settings, id: string, standing: readonly string[]): Settings {
  const removed = settings.accounts.find((account) => account.id === id);
  const accounts = settings.accounts.filter((account) => account.id !== id);
  const sole = soleAccount(accounts, standing);
  const heir = sole && sole.environment === removed?.environment ? sole.id : null;
  const panels = settings.panels.map((panel) => ({
    ...panel,
    accountId: panel.accountId === id ? heir : (panel.accountId ?? heir),
    routes: panel.routes.filter(({ accountId }) => accountId !== id),
    settlements: panel.settlements.filter(({ accountId }) => accountId !== id),
  }));
  return { ...settings, accounts, panels };
}

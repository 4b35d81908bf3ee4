import { isProviderKey, providerKeyFromDocument } from '../../billing/reference.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import { confirmedKeys } from '../../ledger/provider-keys.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { Insisted } from '../../messages/page-requests.ts';
import { keysOfOtherPanels } from '../../settings/confirmed-keys.ts';
import type { PanelSettings, Settings } from '../../settings/settings.ts';
import { findKeys } from './found-keys.ts';
import { accountsOf } from './panel-routing.ts';
import type { SetupPorts } from './ports.ts';

type KeyPorts = Pick<SetupPorts, 'ledger' | 'settings' | 'asaas'>;

interface TypedKey {
  readonly providerKey: string;
  /** What the operator was told against the key, and insists on. */
  readonly insists?: Insisted | undefined;
  /** The key of the main filial, as this panel itself has just shown it. */
  readonly shown?: string | undefined;
}

/**
 * The key that a panel's provider gets, if what was typed may stand for it. It never replaces a key that
 * was confirmed for this address. A first one is compared with the references found in the panel's
 * accounts: where ours are there under other keys only, and not all of them are aliases of the panel,
 * another computer of the same provider probably uses those. Nor may it be another panel's, unless this
 * panel itself shows that it is of the same provider: one provider may have several addresses.
 */
export async function checkProviderKey(
  ports: KeyPorts,
  panel: PanelSettings,
  typed: TypedKey,
): Promise<Result<string, FailureView>> {
  const kept = panel.providerKey === null ? [] : [panel.providerKey];
  const confirmed = kept.length > 0 ? kept : await confirmedKeys(ports.ledger, panel.origin);
  const key = readProviderKey(typed.providerKey, confirmed);
  if (key === null) return fail({ code: 'provider-key-invalid' });
  if (confirmed.length > 0) {
    const params = { providerKey: confirmed.join(', ') };
    return confirmed.includes(key) ? ok(key) : fail({ code: 'provider-key-fixed', params });
  }
  const isShown = typed.shown === key;
  const taken = isShown ? null : keysTaken(await ports.settings.read(), panel.origin, [key]);
  if (taken && !typed.insists?.includes('provider-key-of-other-panel')) return fail(taken);
  if (typed.insists?.includes('provider-key-other')) return ok(key);
  const found = await keysInUse(ports, panel);
  if (!found.ok) return found;
  const unknown = found.value.filter((each) => !panel.aliases.includes(each));
  if (unknown.length === 0 || found.value.includes(key)) return ok(key);
  return fail({ code: 'provider-key-other', params: { found: unknown.join(', '), typed: key } });
}

/** The panel under its key, unless another one was confirmed meanwhile: the first stays. */
export function withKey(
  panel: PanelSettings,
  providerKey: string,
): Result<PanelSettings, FailureView> {
  const confirmed = panel.providerKey ?? providerKey;
  if (confirmed === providerKey) return ok({ ...panel, providerKey });
  return fail({ code: 'provider-key-fixed', params: { providerKey: confirmed } });
}

/**
 * What is wrong with keys that another panel was confirmed under: two providers under one key would have
 * each other's invoices. Null when nothing is.
 */
export function keysTaken(
  { panels }: Pick<Settings, 'panels'>,
  origin: string,
  keys: readonly string[],
): FailureView | null {
  const others = keysOfOtherPanels(panels, origin);
  const taken = keys.filter((key) => others.has(key));
  if (taken.length === 0) return null;
  const addresses = new Set(taken.map((key) => others.get(key)));
  const params = { keys: taken.join(', '), panels: [...addresses].join(', ') };
  return { code: 'provider-key-of-other-panel', params };
}

/**
 * A key as it stands in references; null when it can be none. A CPF or CNPJ is always its characters
 * alone, so that two people who punctuate it differently do not charge under two keys; only one that was
 * confirmed otherwise stays as it is.
 */
export function readProviderKey(typed: string, confirmed: readonly string[]): string | null {
  const key = typed.trim().toLowerCase();
  if (confirmed.includes(key)) return key;
  return providerKeyFromDocument(key) ?? (isProviderKey(key) ? key : null);
}

/** The keys of our charges in the accounts that charge the panel; in every one until any was chosen. */
async function keysInUse(
  ports: KeyPorts,
  panel: PanelSettings,
): Promise<Result<readonly string[], FailureView>> {
  const { accounts } = await ports.settings.read();
  const used = accountsOf(panel);
  const asked = accounts.filter(({ id }) => used.size === 0 || used.has(id));
  const { keys, failure } = await findKeys(ports, asked);
  // An account whose key is gone charges nothing either.
  if (failure && failure.code !== 'no-account') return fail(failure);
  return ok(keys.map(({ key }) => key));
}

import { isProviderKey, providerKeyFromDocument } from '../../billing/reference.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { changePanel } from './change-panel.ts';
import { findPanel } from './panels.ts';
import type { SetupPorts } from './ports.ts';

export interface PanelKeys {
  readonly origin: string;
  readonly providerKey: string;
  readonly aliases: readonly string[];
  /** The operator was told that the account knows another key, and insists. */
  readonly confirmOther?: true | undefined;
}

/**
 * Confirms the key of a panel's provider, with or without a webservice token, and the other keys under
 * which its charges may be found. The key is in every reference that is written: once confirmed it stays.
 * Aliases are only looked for, and may come and go.
 */
export async function savePanelKeys(
  ports: Pick<SetupPorts, 'settings'>,
  { origin, ...typed }: PanelKeys,
): Promise<Result<PanelSettings, FailureView>> {
  const panel = findPanel(await ports.settings.read(), origin);
  if (!panel) return fail({ code: 'panel-unknown' });
  const providerKey = readProviderKey(typed.providerKey, panel.providerKey);
  const aliases = typed.aliases.map(readAlias);
  if (providerKey === null || !aliases.every((alias) => alias !== null)) {
    return fail({ code: 'provider-key-invalid' });
  }
  return changePanel(ports, origin, (current) => {
    const confirmed = current.providerKey ?? providerKey;
    if (confirmed !== providerKey) {
      return fail({ code: 'provider-key-fixed', params: { providerKey: confirmed } });
    }
    const others = new Set(aliases);
    others.delete(providerKey);
    return ok({ ...current, providerKey, aliases: [...others] });
  });
}

/**
 * A key as it stands in references; null when it can be none. A CPF or CNPJ is always its characters
 * alone, so that two people who punctuate it differently do not charge under two keys; only one that was
 * confirmed otherwise stays as it is.
 */
export function readProviderKey(typed: string, confirmed: string | null): string | null {
  const key = typed.trim().toLowerCase();
  if (key === confirmed) return key;
  return providerKeyFromDocument(key) ?? (isProviderKey(key) ? key : null);
}

/** As old references have it, letter by letter where that can be a key at all. */
function readAlias(typed: string): string | null {
  const key = typed.trim().toLowerCase();
  return isProviderKey(key) ? key : providerKeyFromDocument(key);
}

import { isProviderKey, providerKeyFromDocument } from '../../billing/reference.ts';
import { fail, type Result } from '../../billing/result.ts';
import { keepConfirmedKey } from '../../ledger/provider-keys.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { Insisted } from '../../messages/page-requests.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { aliasOfOthers } from './alias-sample.ts';
import { changePanel } from './change-panel.ts';
import { findPanel } from './panels.ts';
import type { SetupPorts } from './ports.ts';
import { checkProviderKey, keysTaken, withKey } from './provider-key.ts';
import { storing } from './storing.ts';

export interface PanelKeys {
  readonly origin: string;
  readonly providerKey: string;
  readonly aliases: readonly string[];
  /** What the operator was told against the keys, and insists on. */
  readonly insists?: Insisted | undefined;
}

/**
 * Confirms the key of a panel's provider, with or without a webservice token, and the other keys under
 * which its charges may be found. The key is in every reference that is written: once confirmed it stays.
 * Aliases are only looked for, and may come and go; one under which strangers are charged is refused
 * until the operator insists.
 */
export async function savePanelKeys(
  ports: Pick<SetupPorts, 'settings' | 'ledger' | 'asaas' | 'ixc'>,
  { origin, ...typed }: PanelKeys,
): Promise<Result<PanelSettings, FailureView>> {
  const settings = await ports.settings.read();
  const panel = findPanel(settings, origin);
  if (!panel) return fail({ code: 'panel-unknown' });
  const aliases = typed.aliases.map(readAlias).filter((alias) => alias !== null);
  if (aliases.length < typed.aliases.length) return fail({ code: 'provider-key-invalid' });
  const added = aliases.filter((alias) => !panel.aliases.includes(alias));
  const taken = keysTaken(settings, origin, added);
  if (taken && !typed.insists?.includes('provider-key-of-other-panel')) return fail(taken);
  const checked = await checkProviderKey(ports, { ...panel, aliases }, typed);
  if (!checked.ok) return checked;
  const providerKey = checked.value;
  if (!typed.insists?.includes('alias-other-customers')) {
    for (const alias of added.filter((each) => each !== providerKey)) {
      const refusal = await aliasOfOthers(ports, panel, alias);
      if (refusal) return fail(refusal);
    }
  }
  const others = new Set(aliases);
  others.delete(providerKey);
  const changed = await changePanel(ports, origin, (current) =>
    withKey({ ...current, aliases: [...others] }, providerKey),
  );
  if (!changed.ok) return changed;
  return storing(async () => {
    await keepConfirmedKey(ports.ledger, origin, providerKey);
    return changed;
  });
}

/** As old references have it, letter by letter where that can be a key at all. */
function readAlias(typed: string): string | null {
  const key = typed.trim().toLowerCase();
  return isProviderKey(key) ? key : providerKeyFromDocument(key);
}

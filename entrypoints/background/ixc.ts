import { tagKeyOf } from '@/lib/engine/adoption/tag-key';
import { createIxcSources, type IxcSources } from '@/lib/engine/ixc-source/desk';
import {
  createPayerOverrides,
  createTypedInvoices,
  eraseOldTyped,
} from '@/lib/engine/ixc-source/typed-invoices';
import type { EnginePorts } from '@/lib/engine/ports';
import type { LedgerDatabase } from '@/lib/ledger/database';
import type { SettingsStore } from '@/lib/settings/store';
import type { Vault } from '@/lib/vault/vault';
import { askPanel, hasTab } from './panel-tabs';
import { panelTransport, WAYS } from './transports';

export interface Ixc {
  readonly sources: IxcSources;
  /** What operators typed, and the key for marks of it: sealed by the vault. */
  readonly sealed: Pick<EnginePorts, 'typed' | 'overrides' | 'markKey'>;
  /** What was typed and never sent does not lie about. */
  readonly eraseOldTyped: () => Promise<void>;
}

/** Everything that reads IXC in this browser. */
export function createIxc(
  ledger: LedgerDatabase,
  settings: SettingsStore,
  vault: Vault,
  now: () => number,
  random: EnginePorts['random'],
): Ixc {
  return {
    sources: createIxcSources({
      ledger,
      now,
      readSettings: settings.read,
      token: (origin) => vault.readSecret(`ixc:${origin}`),
      direct: (origin) => panelTransport(origin, 'direct'),
      document: WAYS.includes('document') ? (origin) => panelTransport(origin, 'document') : null,
      ask: askPanel,
      hasTab,
      isOnline: () => navigator.onLine,
    }),
    sealed: {
      typed: createTypedInvoices(vault, now),
      overrides: createPayerOverrides(vault, now),
      markKey: tagKeyOf(vault, random),
    },
    eraseOldTyped: () => eraseOldTyped(vault, now()),
  };
}

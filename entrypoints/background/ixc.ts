import { createIxcSources, type IxcSources } from '@/lib/engine/ixc-source/desk';
import {
  createPayerOverrides,
  createTypedInvoices,
  eraseOldTyped,
} from '@/lib/engine/ixc-source/typed-invoices';
import type { EnginePorts, TypedInvoices } from '@/lib/engine/ports';
import type { LedgerDatabase } from '@/lib/ledger/database';
import type { SettingsStore } from '@/lib/settings/store';
import type { Vault } from '@/lib/vault/vault';
import { askPanel, hasTab } from './panel-tabs';
import { panelTransport, WAYS } from './transports';

export interface Ixc {
  readonly sources: IxcSources;
  readonly typed: TypedInvoices;
  readonly overrides: EnginePorts['overrides'];
  /** What was typed and never sent does not lie about. */
  readonly eraseOldTyped: () => Promise<void>;
}

/** Everything that reads IXC in this browser. */
export function createIxc(
  ledger: LedgerDatabase,
  settings: SettingsStore,
  vault: Vault,
  now: () => number,
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
    typed: createTypedInvoices(vault, now),
    overrides: createPayerOverrides(vault, now),
    eraseOldTyped: () => eraseOldTyped(vault, now()),
  };
}

import { browser } from 'wxt/browser';
import { stopInherited } from '@/lib/engine/data/stop-inherited';
import { finishWipe } from '@/lib/engine/data/wipe';
import { createEvents } from '@/lib/engine/events';
import type { EnginePorts } from '@/lib/engine/ports';
import { createGovernor } from '@/lib/engine/quota/governor';
import { createServerClock } from '@/lib/engine/server-clock';
import { LedgerDatabase } from '@/lib/ledger/database';
import { identify } from '@/lib/ledger/installation';
import { createVaultTable } from '@/lib/ledger/vault-table';
import { readingUnderPolicy } from '@/lib/settings/policy';
import type { PolicySource } from '@/lib/settings/policy-source';
import { createSettingsStore, type SettingsStore } from '@/lib/settings/store';
import { createVault, type Vault } from '@/lib/vault/vault';
import { asaasFrom } from './clients';
import { createIxc } from './ixc';
import { managedPolicy } from './managed-policy';
import { storageArea } from './storage-area';

export interface EngineParts {
  readonly engine: EnginePorts;
  readonly settings: SettingsStore;
  readonly policy: PolicySource;
  readonly vault: Vault;
  readonly ixc: ReturnType<typeof createIxc>;
  readonly local: ReturnType<typeof storageArea>;
  readonly session: ReturnType<typeof storageArea>;
  /** A wipe that the last worker did not finish was finished. */
  readonly wiped: boolean;
}

/**
 * What the engine works with, on this browser's own storages. `setupTurned` hears of every change of
 * settings or policy, `authorisationTurned` of those that may allow or forbid a panel.
 */
export async function createEngineParts(
  setupTurned: () => void,
  authorisationTurned: () => void,
): Promise<EngineParts> {
  const now = Date.now;
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const ledger = new LedgerDatabase();
  const session = storageArea(browser.storage.session);
  const local = storageArea(browser.storage.local);
  const wiped = await finishWipe(ledger, local, clearStorage);
  const vault = createVault({ store: createVaultTable(ledger), session, crypto, now });
  const settings = createSettingsStore({
    storage: local,
    onChange: () => {
      setupTurned();
      authorisationTurned();
    },
  });
  const policy = managedPolicy(setupTurned);
  const clock = await createServerClock(ledger, now);
  const installation = await identify(ledger, local, () => crypto.randomUUID());
  const ixc = createIxc(ledger, settings, vault, now, random);
  const readSettings = readingUnderPolicy(settings.read, policy.read);
  const governor = createGovernor({ ledger, now, readSettings });
  const engine: EnginePorts = {
    ledger,
    now,
    clock,
    random,
    readSettings,
    asaas: asaasFrom(vault, clock, governor),
    governor,
    ixc: ixc.sources.ixc,
    ...ixc.sealed,
    owner: crypto.randomUUID(),
    installationId: installation.id,
    events: createEvents(),
  };
  if (installation.inherits) await stopInherited(engine);
  return { engine, settings, policy, vault, ixc, local, session, wiped };
}

async function clearStorage(): Promise<void> {
  await browser.storage.session.clear();
  await browser.storage.local.clear();
}

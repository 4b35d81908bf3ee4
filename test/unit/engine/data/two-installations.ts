import type { ImportPorts } from '../../../../lib/engine/data/import.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { LedgerDatabase } from '../../../../lib/ledger/database.ts';
import { createSettingsStore } from '../../../../lib/settings/store.ts';
import { settings } from '../../../fixtures/settings.ts';
import { leaveBehind, rowsOf } from '../../ledger/fixtures/open-fixture.ts';
import { memoryStorage } from '../../ledger/memory-storage.ts';
import { barePorts, freshLedger } from '../engine-ports.ts';

export const NOW = Date.parse('2026-11-22T18:00:00Z');

/** What the export and import of one installation work with, over real settings and a real ledger. */
export async function installation(
  overrides: Partial<EnginePorts> = {},
): Promise<ImportPorts & EnginePorts> {
  const ports = await barePorts({ now: () => NOW, ...overrides });
  return { ...ports, settings: createSettingsStore({ storage: memoryStorage() }) };
}

/** An installation that has worked for a while: the ledger of the first release, brought up to date. */
export async function usedInstallation(): Promise<ImportPorts & EnginePorts> {
  const { name } = freshLedger();
  const ledger = new LedgerDatabase(name);
  await leaveBehind(name, 1, rowsOf(1));
  const used = await installation({ ledger, installationId: 'installation-1' });
  await used.settings.update(() => settings);
  return used;
}

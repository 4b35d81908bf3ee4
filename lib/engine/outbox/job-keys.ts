import { ownKeys } from '../../billing/own-keys.ts';
import type { JobRow } from '../../ledger/rows.ts';
import type { Settings } from '../../settings/settings.ts';

/** Every key under which the charge of a job may be: its own, and those that its panel looks for. */
export function jobKeys(
  { panels }: Pick<Settings, 'panels'>,
  { origin, providerKey }: Pick<JobRow, 'origin' | 'providerKey'>,
): readonly string[] {
  const panel = panels.find((known) => known.origin === origin);
  return ownKeys(providerKey, panel ? ownKeys(panel.providerKey, panel.aliases) : []);
}

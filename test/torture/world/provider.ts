import { DEFAULT_SETTINGS } from '../../../lib/settings/schema.ts';
import type { AccountSettings, Settings } from '../../../lib/settings/settings.ts';
import { SANDBOX_KEY, type AccountSeed } from '../../emulators/asaas/index.ts';
import { account, panel, settings } from '../../fixtures/settings.ts';

/** The account that charges first, and the one that the provider moves to and back from. */
export interface House {
  readonly settings: AccountSettings;
  /** The emulator's name of it. */
  readonly seedId: string;
  readonly key: string;
}

const OTHER_DOCUMENT = '11222333000262';

export const HOUSES: readonly [House, House] = [
  { settings: account, seedId: 'acc_first', key: SANDBOX_KEY },
  {
    settings: {
      ...account,
      id: `sandbox:${OTHER_DOCUMENT}`,
      name: 'Provedor Exemplo Filial Ltda',
      document: OTHER_DOCUMENT,
    },
    seedId: 'acc_other',
    key: '$aact_hmlg_0000000000FAKE0000SANDBOX0000EMULATOR0000KEY0002',
  },
];

export const ACCOUNT_SEEDS: readonly AccountSeed[] = HOUSES.map(
  ({ settings: own, seedId, key }) => ({
    id: seedId,
    environment: 'sandbox',
    name: own.name,
    document: own.document,
    email: 'financeiro@provedor-exemplo.example',
    keys: [{ id: `key_${seedId}`, key }],
  }),
);

/** An installation that knows both accounts and charges in the first. */
export const SETTINGS: Settings = {
  ...settings,
  accounts: HOUSES.map((house) => house.settings),
  panels: [panel],
  // Two browsers share what the sweeps may spend.
  sync: { ...DEFAULT_SETTINGS.sync, browsersPerAccount: 2 },
};

/** The same, charging in that account. */
export function chargingIn(house: House): Settings {
  return { ...SETTINGS, panels: [{ ...panel, accountId: house.settings.id }] };
}

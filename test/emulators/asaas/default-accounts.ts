import type { AccountSeed } from './options.ts';

/** Key of the default sandbox account; fake, as it says. */
export const SANDBOX_KEY = '$aact_hmlg_0000000000FAKE0000SANDBOX0000EMULATOR0000KEY0001';

/** Key of the default production account; fake, as it says. */
export const PRODUCTION_KEY = '$aact_prod_0000000000FAKE0000PRODUCTION0EMULATOR0000KEY0001';

/** An invented provider: one account to try things out in, one for real. */
export const DEFAULT_ACCOUNTS: readonly AccountSeed[] = [
  {
    id: 'acc_sandbox',
    environment: 'sandbox',
    name: 'Provedor Exemplo Telecom Ltda',
    document: '11222333000181',
    email: 'financeiro@provedor-exemplo.example',
    keys: [{ id: 'key_sandbox', key: SANDBOX_KEY }],
  },
  {
    id: 'acc_production',
    environment: 'production',
    name: 'Provedor Exemplo Telecom Ltda',
    document: '11222333000181',
    email: 'financeiro@provedor-exemplo.example',
    keys: [{ id: 'key_production', key: PRODUCTION_KEY }],
  },
];

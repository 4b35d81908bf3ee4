import { createAsaasClient } from '../../../../lib/asaas/client.ts';
import { ok } from '../../../../lib/billing/result.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { createTransport } from '../../../../lib/http/guarded-fetch.ts';
import type { AccountSettings } from '../../../../lib/settings/settings.ts';
import { panelOf } from '../readings.ts';
import type { Workbench } from '../workbench.ts';

const KEY = '$aact_hmlg_FAKE-KEY-OF-ANOTHER-ACCOUNT-0002';
const ANOTHER: AccountSettings = {
  id: 'sandbox:11444777000161',
  name: 'Outro Provedor Exemplo Ltda',
  document: '11444777000161',
  environment: 'sandbox',
  keyHint: '0002',
  canTransfer: null,
  hasPixKey: null,
};

/** The ports of a browser whose panel charges in another account, the only one that is left there. */
export function withAnotherAccount(
  bench: Workbench,
): Pick<EnginePorts, 'asaas' | 'readSettings'> & { readonly account: AccountSettings } {
  bench.asaas.addAccount({
    id: 'acc_another',
    environment: 'sandbox',
    name: ANOTHER.name,
    document: ANOTHER.document,
    email: 'outro@provedor.example',
    keys: [{ id: 'key_another', key: KEY }],
  });
  const client = createAsaasClient({
    transport: createTransport({
      fetch: (input, init) => bench.asaasHandle(new Request(input, init)),
      allowedHosts: () => new Set(['api-sandbox.asaas.com']),
      hasPermission: () => Promise.resolve(true),
    }),
    credentials: { accountId: ANOTHER.id, environment: 'sandbox', key: KEY },
  });
  const panels = [{ ...panelOf(bench), accountId: ANOTHER.id }];
  return {
    account: ANOTHER,
    asaas: () => Promise.resolve(ok(client)),
    readSettings: () => Promise.resolve({ ...bench.settings, accounts: [ANOTHER], panels }),
  };
}

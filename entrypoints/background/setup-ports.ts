import { browser } from 'wxt/browser';
import { createAsaasClient } from '@/lib/asaas/client';
import type { EnginePorts } from '@/lib/engine/ports';
import type { IxcSources } from '@/lib/engine/ixc-source/desk';
import { giveUpJobs } from '@/lib/engine/outbox/give-up';
import type { SetupPorts } from '@/lib/engine/setup/ports';
import { createIxcClient } from '@/lib/ixc/webservice/client';
import type { PolicySource } from '@/lib/settings/policy-source';
import type { SettingsStore } from '@/lib/settings/store';
import type { Vault } from '@/lib/vault/vault';
import { permissionsPort, scriptingPort } from './browser-ports';
import { asaasTransport } from './clients';
import { askPanel } from './panel-tabs';
import { panelTransport, WAYS } from './transports';

/** What the setup pages work with. */
export function setupPorts(
  engine: EnginePorts,
  sources: IxcSources,
  settings: SettingsStore,
  vault: Vault,
  policy: PolicySource,
): SetupPorts {
  return {
    version: browser.runtime.getManifest().version,
    settings,
    vault,
    policy: policy.read,
    asaasClient: (credentials) => createAsaasClient({ transport: asaasTransport, credentials }),
    ways: WAYS,
    ixcClient: (credentials, way) =>
      createIxcClient({ transport: panelTransport(credentials.origin, way), credentials }),
    panelTransport,
    online: () => navigator.onLine,
    asaas: engine.asaas,
    ...sources,
    askPanel: async (origin, ask) => {
      const answer = await askPanel(origin)(ask);
      return answer.ok ? answer.value : null;
    },
    ledger: engine.ledger,
    permissions: permissionsPort,
    scripting: scriptingPort,
    endJobs: async (accountId) => !(await giveUpJobs(engine, accountId)),
  };
}

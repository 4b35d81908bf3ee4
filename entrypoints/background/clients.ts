import type { EnginePorts } from '@/lib/engine/ports';
import type { ServerClock } from '@/lib/engine/server-clock';
import { createAsaasClient } from '@/lib/asaas/client';
import { ASAAS_HOSTS } from '@/lib/asaas/environment';
import { fail, ok } from '@/lib/billing/result';
import { createTransport } from '@/lib/http/guarded-fetch';
import { createIxcClient } from '@/lib/ixc/webservice/client';
import type { SettingsStore } from '@/lib/settings/store';
import type { Vault } from '@/lib/vault/vault';
import { mayReach } from './browser-ports';

/** A transport for these hosts (`host[:port]`) only. */
export function transportTo(hosts: () => ReadonlySet<string>) {
  return createTransport({
    fetch: (input, init) => fetch(input, init),
    allowedHosts: hosts,
    hasPermission: mayReach,
  });
}

export const asaasTransport = transportTo(() => new Set(ASAAS_HOSTS));

/** Clients that read their key from the vault when they are made; a lock ends with the step under way. */
export function clientsFrom(
  vault: Vault,
  settings: SettingsStore,
  clock: ServerClock,
): Pick<EnginePorts, 'asaas' | 'ixc'> {
  return {
    asaas: async ({ id, environment }) => {
      const key = await vault.readSecret(`asaas:${id}`);
      if (!key.ok) return fail({ code: 'locked' });
      if (key.value === null) return fail({ code: 'no-account' });
      return ok(
        createAsaasClient({
          transport: asaasTransport,
          credentials: { accountId: id, environment, key: key.value },
          onExchange: ({ serverTime }) => {
            if (serverTime !== null) clock.observe(serverTime);
          },
        }),
      );
    },
    ixc: async (origin) => {
      const { panels } = await settings.read();
      if (!panels.some((panel) => panel.origin === origin)) return fail({ code: 'panel-unknown' });
      const token = await vault.readSecret(`ixc:${origin}`);
      if (!token.ok) return fail({ code: 'locked' });
      if (token.value === null) return fail({ code: 'ixc-token-missing' });
      const transport = transportTo(() => new Set([new URL(origin).host]));
      return ok(createIxcClient({ transport, credentials: { origin, token: token.value } }));
    },
  };
}

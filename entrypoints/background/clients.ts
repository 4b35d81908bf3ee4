import type { EnginePorts } from '@/lib/engine/ports';
import type { ServerClock } from '@/lib/engine/server-clock';
import { createAsaasClient } from '@/lib/asaas/client';
import { ASAAS_HOSTS } from '@/lib/asaas/environment';
import { fail, ok } from '@/lib/billing/result';
import type { Vault } from '@/lib/vault/vault';
import { transportTo } from './transports';

export const asaasTransport = transportTo(() => new Set(ASAAS_HOSTS));

/** Clients that read their key from the vault when they are made; a lock ends with the step under way. */
export function asaasFrom(vault: Vault, clock: ServerClock): EnginePorts['asaas'] {
  return async ({ id, environment }) => {
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
  };
}

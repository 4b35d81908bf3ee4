import type { EnginePorts } from '@/lib/engine/ports';
import type { Governor } from '@/lib/engine/quota/governor.types';
import type { ServerClock } from '@/lib/engine/server-clock';
import { createAsaasClient } from '@/lib/asaas/client';
import { ASAAS_HOSTS } from '@/lib/asaas/environment';
import { fail, ok } from '@/lib/billing/result';
import type { Vault } from '@/lib/vault/vault';
import { transportTo } from './transports';

export const asaasTransport = transportTo(() => new Set(ASAAS_HOSTS));

/**
 * Clients that read their key from the vault when they are made; a lock ends with the step under way. Every
 * request of theirs goes through the governor of the quota.
 */
export function asaasFrom(
  vault: Vault,
  clock: ServerClock,
  governor: Governor,
): EnginePorts['asaas'] {
  return async ({ id, environment }, purpose = 'job') => {
    const key = await vault.readSecret(`asaas:${id}`);
    if (!key.ok) return fail({ code: 'locked' });
    if (key.value === null) return fail({ code: 'no-account' });
    return ok(
      createAsaasClient({
        transport: governor.govern(id, purpose, asaasTransport),
        credentials: { accountId: id, environment, key: key.value },
        onExchange: ({ serverTime }) => {
          if (serverTime !== null) clock.observe(serverTime);
        },
      }),
    );
  };
}

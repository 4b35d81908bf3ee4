import type { AsaasClient } from '../../asaas/client.types.ts';
import type { AccountSettings } from '../../settings/settings.ts';

export type AccountPower = Pick<AccountSettings, 'canTransfer' | 'hasPixKey'>;

/**
 * What a key can do beyond charging, and what its account lacks. Charging needs neither, so what cannot
 * be read is null and stops nothing. GETs only.
 */
export async function readAccountPower(client: AsaasClient): Promise<AccountPower> {
  const canTransfer = await client.canTransfer();
  const hasPixKey = await client.hasPixKey();
  return {
    canTransfer: canTransfer.ok ? canTransfer.value : null,
    hasPixKey: hasPixKey.ok ? hasPixKey.value : null,
  };
}

import { browser } from 'wxt/browser';
import { underPolicy, type Policy } from '@/lib/settings/policy';
import type { Settings } from '@/lib/settings/settings';
import type { Vault } from '@/lib/vault/vault';

/** Makes `idle` report after as long as the vault may stay open. */
export function watchIdle({ security }: Settings, policy: Policy): void {
  const { autoLockMinutes } = underPolicy(security, policy);
  if (autoLockMinutes !== null) browser.idle.setDetectionInterval(autoLockMinutes * 60);
}

/** The person went away, or locked the screen: so does the vault, if that was asked for. */
export async function lockWhenIdle(
  { security }: Settings,
  policy: Policy,
  vault: Vault,
): Promise<boolean> {
  const { autoLockMinutes } = underPolicy(security, policy);
  if (autoLockMinutes === null) return false;
  await vault.lock();
  return true;
}

import { browser } from 'wxt/browser';
import { readPolicy, underPolicy, type Policy } from '@/lib/settings/policy';
import type { Settings } from '@/lib/settings/settings';
import type { Vault } from '@/lib/vault/vault';

/** The administrator's policy, where there is one. */
export function managedPolicy(): Promise<Policy> {
  return readPolicy(() => browser.storage.managed.get(null));
}

/** Makes `idle` report after as long as the vault may stay open. */
export async function watchIdle({ security }: Settings): Promise<void> {
  const { autoLockMinutes } = underPolicy(security, await managedPolicy());
  if (autoLockMinutes !== null) browser.idle.setDetectionInterval(autoLockMinutes * 60);
}

/** The person went away, or locked the screen: so does the vault, if that was asked for. */
export async function lockWhenIdle({ security }: Settings, vault: Vault): Promise<boolean> {
  const { autoLockMinutes } = underPolicy(security, await managedPolicy());
  if (autoLockMinutes === null) return false;
  await vault.lock();
  return true;
}

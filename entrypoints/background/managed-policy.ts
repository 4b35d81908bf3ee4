import { browser } from 'wxt/browser';
import { createPolicySource, type PolicySource } from '@/lib/settings/policy-source';
import { storageArea } from './storage-area';

/** What the administrator decided for every installation, told by the browser's `storage.managed`. */
export function managedPolicy(onChange: () => void): PolicySource {
  return createPolicySource({
    managed: () => browser.storage.managed.get(null),
    storage: storageArea(browser.storage.local),
    onChange,
  });
}

/** Chrome tells of a new policy while it runs; Firefox reads it only when it starts. */
export function onManagedPolicyChange(listener: () => void): void {
  if (!import.meta.env.FIREFOX) browser.storage.managed.onChanged.addListener(listener);
}

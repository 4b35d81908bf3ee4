import { browser } from 'wxt/browser';
import type { PermissionsPort, ScriptingPort } from '@/lib/engine/setup/ports';
import { hostPattern } from '@/lib/settings/match-patterns';

/** Firefox accepts a match pattern with a port and then matches nothing. */
export const PORTS_IN_PATTERNS = !import.meta.env.FIREFOX;

export const permissionsPort: PermissionsPort = {
  contains: (patterns) => browser.permissions.contains({ origins: [...patterns] }),
  remove: (patterns) => browser.permissions.remove({ origins: [...patterns] }),
};

export const scriptingPort: ScriptingPort = {
  getRegisteredContentScripts: () => browser.scripting.getRegisteredContentScripts(),
  registerContentScripts: (scripts) => browser.scripting.registerContentScripts(scripts),
  unregisterContentScripts: (filter) => browser.scripting.unregisterContentScripts(filter),
  queryTabs: (filter) => browser.tabs.query(filter),
  executeScript: async (tabId) => {
    await browser.scripting.executeScript({
      target: { tabId },
      files: ['/content-scripts/panel.js'],
    });
  },
  portsInPatterns: PORTS_IN_PATTERNS,
};

/** Whether the browser lets us talk to this origin now; the person can take it back at any moment. */
export function mayReach(origin: string): Promise<boolean> {
  return permissionsPort.contains([hostPattern(origin, PORTS_IN_PATTERNS)]);
}

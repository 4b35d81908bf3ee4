import type {
  OpenTab,
  PanelScript,
  PermissionsPort,
  ScriptingPort,
} from '../../../../lib/engine/setup/ports.ts';

/** `permissions` and `scripting` as browsers behave: duplicates and unknown ids reject. */
export interface FakeBrowser {
  readonly permissions: PermissionsPort;
  readonly scripting: ScriptingPort;
  readonly granted: Set<string>;
  readonly scripts: Map<string, PanelScript>;
  readonly tabs: OpenTab[];
  /** Tabs in which the script was run, in order. */
  readonly injected: number[];
}

/** Hosts that the manifest requires; a browser does not let them be removed. */
const REQUIRED = ['https://api.asaas.com/*', 'https://api-sandbox.asaas.com/*'];

export function fakeBrowser({ portsInPatterns = true } = {}): FakeBrowser {
  const granted = new Set(REQUIRED);
  const scripts = new Map<string, PanelScript>();
  const tabs: OpenTab[] = [];
  const injected: number[] = [];
  return {
    granted,
    scripts,
    tabs,
    injected,
    permissions: {
      contains: async (patterns) => patterns.every((pattern) => granted.has(pattern)),
      remove: async (patterns) => {
        if (patterns.some((pattern) => REQUIRED.includes(pattern))) {
          throw new Error('You cannot remove required permissions.');
        }
        return patterns.map((pattern) => granted.delete(pattern)).includes(true);
      },
    },
    scripting: {
      portsInPatterns,
      getRegisteredContentScripts: async () => [...scripts.values()],
      registerContentScripts: async (added) => {
        const twice = added.find(({ id }) => scripts.has(id));
        if (twice) throw new Error(`Duplicate script ID '${twice.id}'`);
        for (const script of added) scripts.set(script.id, script);
      },
      unregisterContentScripts: async ({ ids }) => {
        const unknown = ids.find((id) => !scripts.has(id));
        if (unknown !== undefined) throw new Error(`Nonexistent script ID '${unknown}'`);
        for (const id of ids) scripts.delete(id);
      },
      queryTabs: async ({ url: patterns }) =>
        tabs.filter(({ url }) =>
          patterns.some((pattern) => url !== undefined && matches(pattern, url)),
        ),
      executeScript: async (tabId) => {
        if (tabs.find(({ id }) => id === tabId)?.url?.includes('#error')) {
          throw new Error('Cannot access contents of the page');
        }
        injected.push(tabId);
      },
    },
  };
}

/** A match pattern without a port matches every port, as in browsers. */
function matches(pattern: string, url: string): boolean {
  const { protocol, hostname, host, pathname } = new URL(url);
  const [scheme, rest = ''] = pattern.split('://');
  const slash = rest.indexOf('/');
  const [patternHost, path] = [rest.slice(0, slash), rest.slice(slash).replace('*', '')];
  const sameHost = patternHost.includes(':') ? patternHost === host : patternHost === hostname;
  return `${scheme}:` === protocol && sameHost && pathname.startsWith(path);
}

import type { SettingsStore } from '../../settings/store.ts';
import { hostPattern, panelPattern } from '../../settings/match-patterns.ts';
import type { PanelScript, PermissionsPort, ScriptingPort } from './ports.ts';

const PREFIX = 'panel:';
export const PANEL_SCRIPT_FILE = 'content-scripts/panel.js';

export interface PanelScriptPorts {
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly scripting: ScriptingPort;
  readonly permissions: Pick<PermissionsPort, 'contains'>;
}

/**
 * Makes the registered content scripts those of the panels that are both set up and permitted. Run on
 * install, at start, and when a permission comes or goes; running it twice, or twice at once, is the
 * same as once.
 *
 * Registering alone waits for a tab's next load. So a script that is new, and that of a panel in
 * `mustRun`, also runs in the tabs that are open: an update of the extension, and in Chromium each start
 * of an unpacked one, takes every registered script away (measured), and a tab that loads before it is
 * registered again would stay without marks. Where an older run is at work the new one takes its place.
 */
export async function reconcilePanelScripts(
  ports: PanelScriptPorts,
  mustRun: (origin: string) => boolean = () => false,
): Promise<void> {
  const { scripting } = ports;
  // In this order: a panel is in the settings before its script is registered, so a script seen here
  // whose panel is missing from the settings read afterwards really has none.
  const registered = await registeredPanels(scripting);
  const origins = await permittedOrigins(ports);
  const wanted = new Map(scriptsOf(origins, scripting).map((script) => [script.id, script]));

  const stale = registered.filter(({ id, matches }) => !sameMatches(wanted.get(id), matches));
  const kept = new Set(registered.filter((one) => !stale.includes(one)).map(({ id }) => id));
  for (const { id } of stale) await unregister(scripting, id);
  for (const script of wanted.values()) {
    if (!kept.has(script.id)) await register(scripting, script);
  }
  const ran = new Set(registered.flatMap(({ matches }) => matches ?? []));
  for (const origin of origins) {
    const isNew = !ran.has(panelPattern(origin, scripting.portsInPatterns));
    if (isNew || mustRun(origin)) await injectIntoOpenTabs(scripting, origin);
  }
}

async function injectIntoOpenTabs(scripting: ScriptingPort, origin: string): Promise<void> {
  const tabs = await scripting.queryTabs({
    url: [panelPattern(origin, scripting.portsInPatterns)],
  });
  const ids = tabs
    .filter(({ url }) => url !== undefined && new URL(url).origin === origin)
    .flatMap(({ id }) => (id === undefined ? [] : [id]));
  // A tab that shows an error page or has just closed refuses, and one that sleeps answers once it is awake: the
  // others must not miss out for it, and nobody waits.
  for (const id of ids) scripting.executeScript(id, PANEL_SCRIPT_FILE).catch(() => undefined);
}

/** Registering without the permission succeeds in silence and runs nothing. */
async function permittedOrigins(ports: PanelScriptPorts): Promise<readonly string[]> {
  const { panels } = await ports.settings.read();
  const asked = panels.map(async ({ origin }) => {
    const pattern = hostPattern(origin, ports.scripting.portsInPatterns);
    return (await ports.permissions.contains([pattern])) ? [origin] : [];
  });
  return (await Promise.all(asked)).flat();
}

/** Without ports two panels of one host are one pattern, and would run the script twice in each tab. */
function scriptsOf(
  origins: readonly string[],
  { portsInPatterns }: ScriptingPort,
): readonly PanelScript[] {
  const scripts = origins.map((origin) => panelScript(origin, portsInPatterns));
  return [...new Map(scripts.map((script) => [script.matches[0], script])).values()];
}

function panelScript(origin: string, portsInPatterns: boolean): PanelScript {
  return {
    id: `${PREFIX}${origin}`,
    js: [PANEL_SCRIPT_FILE],
    matches: [panelPattern(origin, portsInPatterns)],
    runAt: 'document_idle',
    allFrames: false,
    persistAcrossSessions: true,
  };
}

async function registeredPanels(scripting: ScriptingPort) {
  const scripts = await scripting.getRegisteredContentScripts();
  return scripts.filter(({ id }) => id.startsWith(PREFIX));
}

function sameMatches(wanted: PanelScript | undefined, matches: readonly string[] | undefined) {
  return wanted !== undefined && matches?.join(' ') === wanted.matches.join(' ');
}

/** Two runs at once may both want to: whoever comes second finds it done. */
async function register(scripting: ScriptingPort, script: PanelScript): Promise<void> {
  try {
    await scripting.registerContentScripts([script]);
  } catch (error) {
    const there = (await registeredPanels(scripting)).some(({ id }) => id === script.id);
    if (!there) throw error;
  }
}

async function unregister(scripting: ScriptingPort, id: string): Promise<void> {
  try {
    await scripting.unregisterContentScripts({ ids: [id] });
  } catch (error) {
    const left = (await registeredPanels(scripting)).some((one) => one.id === id);
    if (left) throw error;
  }
}

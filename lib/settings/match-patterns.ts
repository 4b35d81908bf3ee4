/** The host permission of a panel. `ports` false drops the port (see `ScriptingPort.portsInPatterns`). */
export function hostPattern(origin: string, ports: boolean): string {
  return `${patternHost(origin, ports)}/*`;
}

/** Where a panel's content script runs. */
export function panelPattern(origin: string, ports: boolean): string {
  return `${patternHost(origin, ports)}/adm.php*`;
}

function patternHost(origin: string, ports: boolean): string {
  const { protocol, host, hostname } = new URL(origin);
  return `${protocol}//${ports ? host : hostname}`;
}

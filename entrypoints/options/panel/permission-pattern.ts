/**
 * The match pattern to ask permission for. Firefox silently injects nothing where a pattern has a port,
 * so it is asked for the whole host there and the port is compared in code.
 */
export function permissionPattern(origin: string, target: { readonly firefox: boolean }): string {
  const url = new URL(origin);
  return `${url.protocol}//${target.firefox ? url.hostname : url.host}/*`;
}

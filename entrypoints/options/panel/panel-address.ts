import { fail, ok, type Result } from '../../../lib/billing/result.ts';

export type AddressProblem = 'panel-address-invalid' | 'panel-http-public';

const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const PRIVATE_V4 = /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/;
const PRIVATE_V6 = /^\[(::1|f[cd][0-9a-f]{2}:|fe80:)/i;
const PRIVATE_NAME = /(^localhost|\.(local|lan|internal|home\.arpa))$/i;

/**
 * The origin of a panel from any form in which people paste its address: with or without scheme, path,
 * query or port. Without a scheme it is https. Plain http is accepted for private addresses only.
 */
export function panelOrigin(typed: string): Result<string, AddressProblem> {
  const text = typed.trim();
  const url = parse(HAS_SCHEME.test(text) ? text : `https://${text}`);
  if (url === null) return fail('panel-address-invalid');
  if (url.protocol === 'http:' && !isPrivate(url.hostname)) return fail('panel-http-public');
  return ok(url.origin);
}

function parse(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  const isNamed = url.hostname.includes('.') || /^(localhost$|\[)/.test(url.hostname);
  const hasLogin = url.username !== '' || url.password !== '';
  return isWeb && isNamed && !hasLogin && !/[*%]/.test(url.hostname) ? url : null;
}

function isPrivate(host: string): boolean {
  return PRIVATE_V4.test(host) || PRIVATE_V6.test(host) || PRIVATE_NAME.test(host);
}

/**
 * The match pattern to ask permission for. Firefox silently injects nothing where a pattern has a port,
 * so it is asked for the whole host there and the port is compared in code.
 */
export function permissionPattern(origin: string, target: { readonly firefox: boolean }): string {
  const url = new URL(origin);
  return `${url.protocol}//${target.firefox ? url.hostname : url.host}/*`;
}

import { fail, ok, type Result } from '../billing/result.ts';
import type { FailureView } from '../messages/failure.ts';

/**
 * The origin of a panel from whatever was typed or pasted: a host, a host with port, the address bar's
 * `https://…/adm.php#…`. Without a scheme it is https. Plain http is accepted on private and loopback
 * addresses only (`panel-http-public`): anywhere else tokens and customers' data would travel in clear.
 */
export function normalisePanelAddress(typed: string): Result<string, FailureView> {
  const address = typed.trim().replace(/^\/\//, '');
  const complete = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`;
  if (address === '' || /\s/.test(address) || !URL.canParse(complete)) return invalid();
  const { protocol, hostname, origin, username, password } = new URL(complete);
  if (protocol !== 'https:' && protocol !== 'http:') return invalid();
  // A password in the address would end up in settings and match patterns.
  if (username !== '' || password !== '') return invalid();
  if (protocol === 'http:' && !isPrivateHost(hostname)) {
    return fail({ code: 'panel-http-public', params: { host: hostname } });
  }
  return ok(origin);
}

/** Loopback, private (RFC 1918, RFC 4193) and link-local addresses, as `URL.hostname` writes them. */
export function isPrivateHost(hostname: string): boolean {
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) return true;
  if (hostname.startsWith('[')) return /^\[(::1\]|f[cd]|fe[89ab])/.test(hostname);
  // `URL` has already written 0x7f.1, 2130706433 and the like as four decimal numbers.
  const bytes = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(hostname);
  if (!bytes) return false;
  const [first, second] = [Number(bytes[1]), Number(bytes[2])];
  if (first === 10 || first === 127) return true;
  if (first === 172) return second >= 16 && second <= 31;
  return (first === 192 && second === 168) || (first === 169 && second === 254);
}

function invalid(): Result<never, FailureView> {
  return fail({ code: 'panel-address-invalid' });
}

import { fail, ok, type Result } from '../billing/result.ts';
import { isPrivateHost } from '../http/private-address.ts';
import type { FailureView } from '../messages/failure.ts';

/** What comes along when an address is copied out of a message, a spreadsheet or a page's source. */
const WRAPPING = /^[\s"'“”‘’<(\u200b\ufeff]+|[\s"'“”‘’>),;\u200b\ufeff]+$/g;
/** `https:/host`, `https//host`, `https:host`, `HTTP:\\host`: a scheme, however many slashes it lost. */
const SCHEME = /^(https?)(?::[\\/]*|[\\/]{2,})/i;
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const BARE_IPV6 = /^[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*$/i;

/**
 * The origin of a panel from whatever was typed or pasted: a host, a host with port, the address bar's
 * `https://…/adm.php#…`, a login page. Without a scheme it is https. Plain http is for private and
 * loopback addresses only (`panel-http-public`): elsewhere tokens and customers' data would travel in
 * clear. The transport holds to the same rule.
 */
export function normalisePanelAddress(typed: string): Result<string, FailureView> {
  const address = typed.replace(WRAPPING, '').replace(/^view-source:/i, '');
  const complete = withScheme(address.replace(/^\/\//, ''));
  if (/\s/.test(address) || !URL.canParse(complete)) return invalid();
  const url = new URL(complete);
  // A sentence's end to people, another origin to browsers.
  url.hostname = url.hostname.replace(/\.$/, '');
  const { protocol, hostname, origin, username, password } = url;
  if (protocol !== 'https:' && protocol !== 'http:') return invalid();
  // A password in the address would end up in settings and match patterns.
  if (username !== '' || password !== '') return invalid();
  if (protocol === 'http:' && !isPrivateHost(hostname)) {
    return fail({ code: 'panel-http-public', params: { host: hostname } });
  }
  return ok(origin);
}

/** Whether what is sent to a panel can be read on the way. Nobody listens between a computer and itself. */
export function isPlainHttp(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

function withScheme(address: string): string {
  const scheme = SCHEME.exec(address);
  if (scheme) {
    const rest = address.slice(scheme[0].length);
    // Pasted behind the `https://` that was there already.
    return SCHEME.test(rest) ? withScheme(rest) : `${scheme[1] ?? 'https'}://${rest}`;
  }
  if (OTHER_SCHEME.test(address)) return address;
  return `https://${BARE_IPV6.test(address) ? `[${address}]` : address}`;
}

function invalid(): Result<never, FailureView> {
  return fail({ code: 'panel-address-invalid' });
}

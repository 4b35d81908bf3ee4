import { fail, ok, type Result } from '../billing/result.ts';
import { isPrivateHost } from '../http/private-address.ts';
import type { FailureView } from '../messages/failure.ts';

/**
 * The origin of a panel from whatever was typed or pasted: a host, a host with port, the address bar's
 * `https://…/adm.php#…`. Without a scheme it is https. Plain http is for private and loopback addresses
 * only (`panel-http-public`): elsewhere tokens and customers' data would travel in clear. The transport
 * holds to the same rule.
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

function invalid(): Result<never, FailureView> {
  return fail({ code: 'panel-address-invalid' });
}

import type { AsaasFailure } from '../../asaas/client.types.ts';
import type { IxcFailure } from '../../ixc/webservice/client.types.ts';
import { ledgerFailure } from '../../ledger/failure.ts';
import type { FailureView } from '../../messages/failure.ts';
import { quote } from './quote.ts';

/** From this wait on it is the account's quota (25 000 requests in 12 h), not the pace of one endpoint. */
const QUOTA_WAIT_MS = 10 * 60_000;

/**
 * How a page shows a failure of Asaas. Params: `seconds` (`asaas-rate-limited`), `minutes`
 * (`asaas-quota`), `status` (`asaas-unavailable`).
 */
export function asaasFailureView(failure: AsaasFailure): FailureView {
  switch (failure.kind) {
    case 'not-sent':
      // The API's hosts are always on the allow-list: a refused host is a fault of ours.
      return { code: failure.why === 'permission-missing' ? 'permission-missing' : 'internal' };
    case 'unauthorized':
      return unauthorized(failure.code, failure.detail);
    case 'forbidden':
      if (lacksPermission(failure)) return quoting('asaas-key-powerless', failure.detail);
      return quoting('asaas-forbidden', failure.detail);
    case 'rejected':
      if (lacksPermission(failure)) return quoting('asaas-key-powerless', failure.detail);
      return quoting('asaas-rejected', failure.detail);
    case 'not-found':
      return { code: 'asaas-not-found' };
    case 'rate-limited':
      return rateLimited(failure.retryAfterMs);
    case 'server':
      return { code: 'asaas-unavailable', params: { status: String(failure.status) } };
    case 'timeout':
      return { code: 'asaas-timeout' };
    case 'network':
      return { code: 'asaas-network' };
    case 'rubbish':
      return quoting('asaas-rubbish', failure.detail);
  }
}

/**
 * The key is good but may not do this. Asaas names the code; the HTTP status that comes with it is not
 * documented, so every refusal that carries the code counts.
 */
export function lacksPermission(failure: AsaasFailure): boolean {
  return 'code' in failure && failure.code === 'insufficient_permission';
}

/** How a page shows a failure of IXC. Params: `status` (`ixc-no-permission`, `ixc-error`). */
export function ixcFailureView(failure: IxcFailure): FailureView {
  switch (failure.kind) {
    case 'not-sent':
      // The allow-list holds the authorised panels: another host is a panel we were never given.
      return {
        code: failure.why === 'permission-missing' ? 'permission-missing' : 'panel-unknown',
      };
    case 'unauthorized':
      return { code: 'ixc-token-refused' };
    case 'ip-not-allowed':
      return quoting('ixc-ip-not-allowed', failure.detail);
    case 'refused':
      return quoting('ixc-error', failure.detail);
    case 'html':
      return quoting('ixc-html', failure.detail);
    case 'not-found':
      return { code: 'ixc-error', params: { status: '404' } };
    case 'server':
      return {
        code: failure.status === 403 ? 'ixc-no-permission' : 'ixc-error',
        params: { status: String(failure.status) },
      };
    case 'timeout':
      return { code: 'ixc-timeout' };
    case 'network':
      return { code: 'ixc-network' };
    case 'offline':
      return { code: 'network-offline' };
    case 'rubbish':
      // The webservice never redirects: whatever does stands in front of it.
      if (failure.detail === 'redirected') return { code: 'ixc-captive-portal' };
      return quoting('ixc-rubbish', failure.detail);
    case 'filter-ignored':
    case 'suspicious-empty':
      return { code: 'ixc-suspicious-empty' };
    case 'certificate':
      return { code: 'ixc-certificate' };
    case 'captive-portal':
      return { code: 'ixc-captive-portal' };
    case 'unsupported':
      return { code: 'ixc-unsupported' };
    case 'no-tab':
      return { code: 'ixc-no-tab' };
    case 'logged-out':
      return { code: 'ixc-logged-out' };
    case 'session-unusable':
      return quoting('ixc-session-unusable', failure.detail);
  }
}

/** How a page shows that something could not be stored. Never repeats what was to be stored. */
export function storageFailureView(error: unknown): FailureView {
  return ledgerFailure(error) ?? { code: 'storage-failed' };
}

/** How a page shows what nobody foresaw: a disk or a ledger in trouble is told as such. */
export function unforeseenView(error: unknown): FailureView {
  return ledgerFailure(error) ?? { code: 'internal' };
}

function unauthorized(code: string | null, detail: string): FailureView {
  switch (code) {
    case 'invalid_environment':
      return quoting('asaas-key-environment', detail);
    case 'invalid_access_token_format':
      return quoting('asaas-key-format', detail);
    case 'insufficient_permission':
      return quoting('asaas-key-powerless', detail);
    default:
      return quoting('asaas-key-refused', detail);
  }
}

function rateLimited(retryAfterMs: number | null): FailureView {
  if (retryAfterMs === null) return { code: 'asaas-rate-limited' };
  if (retryAfterMs >= QUOTA_WAIT_MS) {
    return { code: 'asaas-quota', params: { minutes: String(Math.ceil(retryAfterMs / 60_000)) } };
  }
  return {
    code: 'asaas-rate-limited',
    params: { seconds: String(Math.ceil(retryAfterMs / 1000)) },
  };
}

function quoting(code: FailureView['code'], detail: string): FailureView {
  const quoted = quote(detail);
  return quoted === '' ? { code } : { code, detail: quoted };
}

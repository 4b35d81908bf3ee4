import type { HttpResponse, Transport, TransportFailure } from '../../http/transport.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import { isIxcPanelPage } from './ixc-panel-page.ts';

const TIMEOUT_MS = 15_000;

/** Where a panel that redirects its visitors sends them: current versions, and those before. */
const LOGINS = ['/app/login', '/login.php'];

/**
 * Asks an origin for `adm.php` and tells whether an IXC panel answered. GETs without cookies. The
 * transport follows no redirect, so one is answered by asking for the login pages themselves.
 */
export async function probePanel(
  transport: Transport,
  origin: string,
): Promise<Result<null, FailureView>> {
  const panel = await get(transport, `${origin}/adm.php`);
  if (panel.ok) return judge(panel.value);
  if (panel.error.kind !== 'redirected') return fail(unreached(panel.error, origin));
  for (const path of LOGINS) {
    const login = await get(transport, `${origin}${path}`);
    if (login.ok && isIxcPanelPage(login.value.text)) return ok(null);
  }
  return fail({ code: 'panel-not-ixc' });
}

function get(transport: Transport, url: string) {
  return transport({ method: 'GET', url, headers: { accept: 'text/html' }, timeoutMs: TIMEOUT_MS });
}

function judge({ status, text }: HttpResponse): Result<null, FailureView> {
  if (isIxcPanelPage(text)) return ok(null);
  if (status >= 500) return fail({ code: 'panel-unreachable', params: { status: String(status) } });
  return fail({ code: 'panel-not-ixc' });
}

function unreached(failure: TransportFailure, origin: string): FailureView {
  switch (failure.kind) {
    case 'permission-missing':
      return { code: 'permission-missing', params: { origin } };
    case 'timeout':
    case 'network':
      return { code: 'panel-unreachable' };
    case 'redirected':
    case 'too-large':
      return { code: 'panel-not-ixc' };
    case 'host-refused':
      return { code: 'internal' };
  }
}

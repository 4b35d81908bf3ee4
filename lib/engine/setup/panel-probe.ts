import type { HttpResponse, Transport, TransportFailure } from '../../http/transport.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import { isForeignLogin, isIxcPanelPage } from './ixc-panel-page.ts';
import { explainNoAnswer } from './no-answer.ts';
import type { SetupPorts } from './ports.ts';

const TIMEOUT_MS = 15_000;

/** Where a panel that redirects its visitors sends them: current versions, and those before. */
const LOGINS = ['/app/login', '/login.php'];

/** Network Authentication Required: only a network's own login answers it (RFC 6585). */
const NETWORK_LOGIN = 511;

/**
 * Asks an origin for `adm.php` and tells whether an IXC panel answered, by each way there is until one
 * gets through. GETs without cookies.
 */
export async function probePanel(
  ports: Pick<SetupPorts, 'ways' | 'panelTransport' | 'online' | 'scripting'>,
  origin: string,
): Promise<Result<null, FailureView>> {
  for (const way of ports.ways) {
    const probed = await probeBy(ports.panelTransport(origin, way), origin);
    if (probed !== 'network') return probed;
    // What another way may get through is a certificate; plain http has none.
    if (!origin.startsWith('https:')) break;
  }
  return fail(await explainNoAnswer(ports, origin, { code: 'panel-unreachable' }));
}

/** The transport follows no redirect, so one is answered by asking for the login pages themselves. */
async function probeBy(
  transport: Transport,
  origin: string,
): Promise<Result<null, FailureView> | 'network'> {
  const panel = await get(transport, `${origin}/adm.php`);
  if (panel.ok) return judge(panel.value);
  if (panel.error.kind === 'network') return 'network';
  if (panel.error.kind !== 'redirected') return fail(unreached(panel.error, origin));
  let answered = false;
  for (const path of LOGINS) {
    const login = await get(transport, `${origin}${path}`);
    if (login.ok && isIxcPanelPage(login.value.text)) return ok(null);
    answered ||= login.ok;
  }
  // Whatever redirects even these leads somewhere else: a network's login, or a panel that moved.
  return fail({ code: answered ? 'panel-not-ixc' : 'ixc-captive-portal' });
}

function get(transport: Transport, url: string) {
  return transport({ method: 'GET', url, headers: { accept: 'text/html' }, timeoutMs: TIMEOUT_MS });
}

function judge({ status, text }: HttpResponse): Result<null, FailureView> {
  if (isIxcPanelPage(text)) return ok(null);
  if (status === NETWORK_LOGIN || isForeignLogin(text)) return fail({ code: 'ixc-captive-portal' });
  if (status >= 500) return fail({ code: 'panel-unreachable', params: { status: String(status) } });
  return fail({ code: 'panel-not-ixc' });
}

function unreached(
  failure: Exclude<TransportFailure, { kind: 'network' }>,
  origin: string,
): FailureView {
  switch (failure.kind) {
    case 'permission-missing':
      return { code: 'permission-missing', params: { origin } };
    case 'timeout':
      return { code: 'panel-unreachable' };
    case 'redirected':
    case 'too-large':
      return { code: 'panel-not-ixc' };
    case 'host-refused':
      return { code: 'internal' };
  }
}

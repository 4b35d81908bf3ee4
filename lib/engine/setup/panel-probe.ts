import type { HttpResponse, Transport, TransportFailure } from '../../http/transport.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import { isIxcPanelPage } from './ixc-panel-page.ts';

const TIMEOUT_MS = 15_000;

/** Asks an origin for `adm.php` and tells whether an IXC panel answered. One GET, without cookies. */
export async function probePanel(
  transport: Transport,
  origin: string,
): Promise<Result<null, FailureView>> {
  const answer = await transport({
    method: 'GET',
    url: `${origin}/adm.php`,
    headers: { accept: 'text/html' },
    timeoutMs: TIMEOUT_MS,
  });
  return answer.ok ? judge(answer.value) : fail(unreached(answer.error, origin));
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

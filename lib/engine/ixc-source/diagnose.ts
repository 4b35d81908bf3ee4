import type { Transport } from '../../http/transport.ts';
import type { IxcFailure } from '../../ixc/webservice/client.types.ts';
import { isIxcPanelPage } from '../setup/ixc-panel-page.ts';
import type { IxcSourcePorts } from './ports.ts';

const TIMEOUT_MS = 15_000;
/** What a panel shows to a visitor without a session, in its own place or where it sends them. */
const PAGES = ['/adm.php', '/app/login', '/login.php'];

/**
 * The failure of every way to a webservice, said better where something more can be known: `fetch` tells
 * nothing of certificates, and something between us and the panel answers as if it were the panel.
 */
export async function diagnose(
  ports: Pick<IxcSourcePorts, 'document' | 'direct' | 'hasTab' | 'isOnline'>,
  origin: string,
  failure: IxcFailure,
): Promise<IxcFailure> {
  if (failure.kind === 'network') {
    if (!ports.isOnline()) return { kind: 'offline' };
    // Firefox's background shares the tab's exceptions: there a failure is never the certificate's alone.
    const mayBeCertificate = ports.document !== null && origin.startsWith('https:');
    return mayBeCertificate && (await ports.hasTab(origin)) ? { kind: 'certificate' } : failure;
  }
  const isForeign =
    failure.kind === 'html' || (failure.kind === 'rubbish' && failure.detail === 'redirected');
  const isPortal = isForeign && !(await showsPanel(ports.direct(origin), origin));
  return isPortal ? { kind: 'captive-portal' } : failure;
}

/** Whether an IXC panel lives there; true as well where nothing speaks against it. */
async function showsPanel(transport: Transport, origin: string): Promise<boolean> {
  for (const path of PAGES) {
    const answer = await transport({
      method: 'GET',
      url: origin + path,
      headers: { accept: 'text/html' },
      timeoutMs: TIMEOUT_MS,
    });
    if (answer.ok) return isIxcPanelPage(answer.value.text);
    if (answer.error.kind !== 'redirected') return true;
  }
  return false;
}

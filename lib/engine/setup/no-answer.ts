import { hostPattern } from '../../settings/match-patterns.ts';
import type { FailureView } from '../../messages/failure.ts';
import { unlessOffline } from './offline.ts';
import type { SetupPorts } from './ports.ts';

/**
 * Why a panel did not answer at all. A browser tells a script only that a fetch failed, whether the host is
 * away or its certificate is not trusted. It is the certificate, most likely, where the operator has the
 * panel open in a tab, or where the address is a bare IP, for which nobody signs any.
 */
export async function explainNoAnswer(
  ports: Pick<SetupPorts, 'online' | 'scripting'>,
  origin: string,
  otherwise: FailureView,
): Promise<FailureView> {
  const { protocol, hostname } = new URL(origin);
  const isCertificate =
    protocol === 'https:' && (isIpAddress(hostname) || (await isOpen(ports, origin)));
  return unlessOffline(ports, isCertificate ? { code: 'ixc-certificate' } : otherwise);
}

async function isOpen(
  { scripting }: Pick<SetupPorts, 'scripting'>,
  origin: string,
): Promise<boolean> {
  const tabs = await scripting.queryTabs({
    url: [hostPattern(origin, scripting.portsInPatterns)],
  });
  return tabs.some(({ url }) => url !== undefined && new URL(url).origin === origin);
}

function isIpAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(hostname);
}

import { createCertificate } from '../http/certificate.ts';
import { listen } from '../http/listen.ts';

/** One more way to the same panel. */
export interface OtherOrigin {
  /** As `URL.origin` gives it. */
  readonly origin: string;
  /** `host:port` of the origin, its default port written out: what a browser is told to map. */
  readonly route: string;
  /** Where it really listens, on 127.0.0.1. */
  readonly port: number;
  /** `http(s)://127.0.0.1:<port>`. */
  readonly url: string;
  /** For Chromium's `--ignore-certificate-errors-spki-list`; null without TLS. */
  readonly spki: string | null;
  readonly close: () => Promise<void>;
}

/**
 * Serves the handler under one more origin, on a free port of its own. HTTPS gets a certificate of its own
 * too, for the host that the origin names: a browser that trusts one of a panel's keys trusts no other.
 * No connection is used twice: Chromium lets whoever distrusts the certificate have an open one of somebody
 * who accepted it.
 */
export async function openOrigin(
  address: string,
  fetch: (request: Request) => Promise<Response>,
): Promise<OtherOrigin> {
  const { origin, protocol, hostname, port } = new URL(address);
  const secure = protocol === 'https:';
  // The brackets of an IPv6 address belong to the URL only.
  const hosts = [hostname.replaceAll(/[[\]]/g, ''), 'localhost', '127.0.0.1'];
  const certificate = secure ? await createCertificate(hosts) : null;
  const server = await listen({
    fetch,
    reuseConnections: false,
    ...(certificate === null ? {} : { certificate }),
  });
  return {
    ...server,
    origin,
    route: `${hostname}:${port === '' ? (secure ? '443' : '80') : port}`,
    spki: certificate?.spki ?? null,
  };
}

import { createHash, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { generate } from 'selfsigned';

/** A self-signed certificate for an emulated server. */
export interface Certificate {
  /** PEM, PKCS#8. */
  readonly key: string;
  /** PEM, X.509. */
  readonly cert: string;
  /**
   * Base64 SHA-256 of the public key (SPKI): Chromium trusts exactly this server with
   * `--ignore-certificate-errors-spki-list=<spki>` and goes on refusing every other one.
   */
  readonly spki: string;
}

/**
 * Makes a certificate valid for the given names and addresses, with a fresh P-256 key.
 *
 * @param hosts DNS names and IP addresses; the first one is the common name.
 */
export async function createCertificate(hosts: readonly string[]): Promise<Certificate> {
  const year = 365 * 24 * 60 * 60 * 1000;
  const pems = await generate([{ name: 'commonName', value: hosts[0] ?? 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - year),
    notAfterDate: new Date(Date.now() + year),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: hosts.map((host) =>
          isIP(host) === 0 ? { type: 2 as const, value: host } : { type: 7 as const, ip: host },
        ),
      },
    ],
  });
  return { key: pems.private, cert: pems.cert, spki: fingerprint(pems.cert) };
}

function fingerprint(pem: string): string {
  const der = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('base64');
}

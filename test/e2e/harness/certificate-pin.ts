import { createHash, X509Certificate } from 'node:crypto';
import { connect } from 'node:tls';

/**
 * Base64 SHA-256 of the public key that a local HTTPS server shows, as Chromium's
 * `--ignore-certificate-errors-spki-list` wants it: only that key becomes trusted, every other
 * self-signed certificate stays refused as in real life.
 */
export function certificatePin(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => {
      const { raw } = socket.getPeerCertificate();
      socket.destroy();
      const key = new X509Certificate(raw).publicKey.export({ type: 'spki', format: 'der' });
      resolve(createHash('sha256').update(key).digest('base64'));
    });
    socket.once('error', reject);
  });
}

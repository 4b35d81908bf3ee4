import { describe, expect, it } from 'vitest';
import { isPrivateHost } from '../../../lib/http/private-address.ts';

/** As the transport sees it: after `URL` has normalised octal, hexadecimal and short forms. */
const isPrivate = (host: string) => isPrivateHost(new URL(`http://${host}/`).hostname);

describe('a private address', () => {
  it.each([
    '127.0.0.1',
    'localhost',
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.254',
    '192.168.1.20',
    '169.254.10.1',
    '100.64.0.1',
    '100.127.255.254',
    '[::1]',
    '[fd12:3456::1]',
    '[fc00::1]',
    '[fe80::1]',
    // The same as 127.0.0.1 to every browser.
    '0x7f.1',
    '2130706433',
  ])('is %s', (host) => {
    expect(isPrivate(host)).toBe(true);
  });

  it.each([
    '203.0.113.10',
    '11.0.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.169.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '[2001:db8::1]',
    '[fec0::1]',
    'painel.provedor.example',
    '10.0.0.1.provedor.example',
    '192.168.1.1.example',
    'fd00.example',
    'localhost.provedor.example',
  ])('is not %s', (host) => {
    expect(isPrivate(host)).toBe(false);
  });
});

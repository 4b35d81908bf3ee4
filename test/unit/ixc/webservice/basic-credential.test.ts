import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basicCredential } from '../../../../lib/ixc/webservice/basic-credential.ts';

const RAW = `3:${'fa15e0'.repeat(10)}beef`;
const HEADER = `Basic ${btoa(RAW)}`;

describe('a webservice token', () => {
  it.each([
    RAW,
    btoa(RAW),
    HEADER,
    ` ${RAW}\n`,
    `basic ${btoa(RAW)}`,
    `Basic ${RAW}`,
    btoa(`${RAW}\n`),
  ])('is understood as it was pasted: %j', (token) => {
    expect(basicCredential(token)).toBe(HEADER);
  });

  it.each([
    '',
    '   ',
    'fa15e0',
    'Bearer abc',
    ':hash',
    '3:',
    'três:abc',
    '3:a b',
    btoa('no colon'),
    '****',
  ])('is not %j', (token) => {
    expect(basicCredential(token)).toBeNull();
  });

  it('means the same raw and in base64', () => {
    const raw = fc
      .tuple(fc.integer({ min: 1, max: 99_999 }), fc.stringMatching(/^[0-9a-f]{64}$/))
      .map(([user, hash]) => `${user}:${hash}`);
    fc.assert(
      fc.property(raw, (token) => {
        expect(basicCredential(token)).toBe(`Basic ${btoa(token)}`);
        expect(basicCredential(btoa(token))).toBe(basicCredential(token));
      }),
    );
  });
});

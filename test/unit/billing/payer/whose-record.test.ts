import { describe, expect, it } from 'vitest';
import { isUnclaimed } from '../../../../lib/billing/payer/whose-record.ts';
import { KEY } from '../../../fixtures/provider.ts';

const isFree = (reference: string | null) => isUnclaimed({ reference }, '77', [KEY]);

describe('a payer', () => {
  it('is nobody else’s without a reference, or with this customer’s', () => {
    expect(isFree(null)).toBe(true);
    expect(isFree(`ixc:${KEY}:c:77`)).toBe(true);
  });

  it.each([`ixc:${KEY}:c:78`, 'ixc:99888777000166:c:77', `ixc:${KEY}:77`, 'LOJA-7', ' '])(
    'with the reference %j is somebody else’s',
    (reference) => {
      expect(isFree(reference)).toBe(false);
    },
  );
});

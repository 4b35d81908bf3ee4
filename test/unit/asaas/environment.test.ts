import { describe, expect, it } from 'vitest';
import {
  ASAAS_HOSTS,
  ASAAS_PATTERNS,
  baseUrlOf,
  environmentOfKey,
  isKeyShape,
} from '../../../lib/asaas/environment.ts';
import { PRODUCTION_KEY, SANDBOX_KEY } from '../../emulators/asaas/index.ts';

describe('a key', () => {
  it('says by its prefix which environment it is for', () => {
    expect(environmentOfKey(PRODUCTION_KEY)).toBe('production');
    expect(environmentOfKey(SANDBOX_KEY)).toBe('sandbox');
  });

  it('of the old kind has the shape, and does not say', () => {
    const old = '$aact_000FAKE000FAKE000FAKE';
    expect(isKeyShape(old)).toBe(true);
    expect(environmentOfKey(old)).toBeNull();
  });

  it.each([
    '',
    'aact_prod_000FAKE000FAKE',
    '$aact_',
    '$aact_prod_000FAKE 000FAKE',
    '$aact_prod_000FAKE000\nFAKE',
    ' $aact_prod_000FAKE000FAKE',
    '$aact_prod_000FAKE000FAKÉ',
    `$aact_prod_${'0'.repeat(2000)}`,
    'Bearer $aact_prod_000FAKE000FAKE',
  ])('is not %j', (text) => {
    expect(isKeyShape(text)).toBe(false);
    expect(environmentOfKey(text)).toBeNull();
  });
});

describe('the API', () => {
  it('is at one address for each environment', () => {
    expect(baseUrlOf('production')).toBe('https://api.asaas.com/v3');
    expect(baseUrlOf('sandbox')).toBe('https://api-sandbox.asaas.com/v3');
  });

  it('is asked for, and reached, at these addresses and no other', () => {
    expect(ASAAS_HOSTS).toEqual(['api.asaas.com', 'api-sandbox.asaas.com']);
    expect(ASAAS_PATTERNS).toEqual(['https://api.asaas.com/*', 'https://api-sandbox.asaas.com/*']);
  });
});

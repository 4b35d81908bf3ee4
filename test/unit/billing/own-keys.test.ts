import { expect, it } from 'vitest';
import { isOfKeys, ownKeys } from '../../../lib/billing/own-keys.ts';

it('a provider’s keys are each there once, the one in use first, and none that is no key', () => {
  expect(ownKeys('b', ['a', 'b', 'a', 'Not A Key', ''])).toEqual(['b', 'a']);
  expect(ownKeys(null, ['a'])).toEqual(['a']);
  expect(ownKeys('Not A Key', [])).toEqual([]);
});

it('a charge is told by the key of its reference, not by what the reference resembles', () => {
  const keys = ['11222333000181', 'antiga.example'];
  const isOurs = (reference: string | null) => isOfKeys({ reference }, keys);
  expect(isOurs('ixc:11222333000181:4711')).toBe(true);
  expect(isOurs('ixc:antiga.example:4711:2')).toBe(true);
  expect(isOurs('ixc:11222333000181:c:42')).toBe(true);
  expect(isOurs('ixc:outra.example:4711')).toBe(false);
  expect(isOurs('ixc:antiga.example:0')).toBe(false);
  expect(isOurs('11222333000181:4711')).toBe(false);
  expect(isOurs(null)).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { backoff, continuation, LEASE } from '../../../../lib/engine/outbox/schedule.ts';

describe('a reading that failed', () => {
  it('is tried again by itself when the reason passes', () => {
    expect(continuation({ code: 'asaas-timeout' })).toBe('retry');
    expect(continuation({ code: 'ixc-error', params: { status: '503' } })).toBe('retry');
  });

  it('waits for the vault when it is locked', () => {
    expect(continuation({ code: 'locked' })).toBe('at-unlock');
  });

  it('is left to a person when trying again would change nothing', () => {
    expect(continuation({ code: 'asaas-key-refused' })).toBe('person');
    expect(continuation({ code: 'permission-missing' })).toBe('person');
    expect(continuation({ code: 'ixc-error', params: { status: '404' } })).toBe('person');
    expect(continuation({ code: 'ixc-error' })).toBe('person');
  });

  it('is tried less and less often, and never given up', () => {
    const waits = Array.from({ length: 8 }, (_, tries) => backoff(tries));
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.at(-1)).toBe(waits.at(-2));
  });
});

describe('a lease', () => {
  it('outlives the longest request', () => {
    expect(LEASE).toBeGreaterThan(30_000);
  });
});

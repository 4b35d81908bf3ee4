import { describe, expect, it } from 'vitest';
import {
  backoff,
  continuation,
  gapAfterAbsent,
  LEASE,
  pauseAfter,
  watchGap,
} from '../../../../lib/engine/outbox/schedule.ts';

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

describe('the pause after a failure', () => {
  const HALF_A_DAY = 12 * 60 * 60_000;

  it('is as long as Asaas asked for, and never shorter than ours', () => {
    expect(pauseAfter({ code: 'asaas-rate-limited', params: { seconds: '90' } }, 5000)).toBe(
      90_000,
    );
    expect(pauseAfter({ code: 'asaas-rate-limited', params: { seconds: '1' } }, 5000)).toBe(5000);
    expect(pauseAfter({ code: 'asaas-quota', params: { minutes: '20' } }, 5000)).toBe(1_200_000);
  });

  it('is ours when Asaas named none, or when the failure is another one', () => {
    expect(pauseAfter({ code: 'asaas-rate-limited' }, 5000)).toBe(5000);
    expect(pauseAfter({ code: 'asaas-unavailable', params: { status: '503' } }, 5000)).toBe(5000);
  });

  it('is half a day at most, however wrong the header', () => {
    expect(pauseAfter({ code: 'asaas-quota', params: { minutes: '99999' } }, 5)).toBe(HALF_A_DAY);
  });
});

describe('a lease', () => {
  it('outlives the longest request', () => {
    expect(LEASE).toBeGreaterThan(30_000);
  });
});

describe('the search for what a creation asked for', () => {
  const MINUTE = 60_000;
  const HOUR = 60 * MINUTE;

  it('is made five times in the ten minutes in which it may still turn up', () => {
    const at = [1, 2, 3, 4].reduce<number[]>(
      (all, searches) => [...all, (all.at(-1) ?? 0) + gapAfterAbsent(searches)],
      [MINUTE],
    );
    expect(at.map((ms) => ms / MINUTE)).toEqual([1, 2, 4, 7, 10]);
    expect(gapAfterAbsent(5)).toBe(MINUTE);
  });

  it('goes on for two days, ever more rarely, and never less than every eight hours', () => {
    expect(watchGap(10 * MINUTE)).toBe(HOUR);
    expect(watchGap(6 * HOUR)).toBe(3 * HOUR);
    expect(watchGap(40 * HOUR)).toBe(8 * HOUR);
  });
});

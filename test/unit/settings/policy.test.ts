import { describe, expect, test } from 'vitest';
import { NO_POLICY, readPolicy, underPolicy } from '../../../lib/settings/policy.ts';

describe('the managed policy', () => {
  test('a browser that rejects has none', async () => {
    expect(await readPolicy(() => Promise.reject(new Error('no manifest')))).toEqual(NO_POLICY);
  });

  test.each([{}, null, 'text', { maxAutoLockMinutes: 0 }, { maxAutoLockMinutes: '5' }])(
    '%j is none',
    async (stored) => {
      expect(await readPolicy(async () => stored)).toEqual(NO_POLICY);
    },
  );

  test('limits the time until the vault locks', async () => {
    const policy = await readPolicy(async () => ({ maxAutoLockMinutes: 10, other: true }));
    const locks = (autoLockMinutes: number | null) =>
      underPolicy({ autoLockMinutes }, policy).autoLockMinutes;
    expect([locks(null), locks(5), locks(30)]).toEqual([10, 5, 10]);
    expect(underPolicy({ autoLockMinutes: null }, NO_POLICY)).toEqual({ autoLockMinutes: null });
  });
});

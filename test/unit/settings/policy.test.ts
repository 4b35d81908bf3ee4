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
      underPolicy({ autoLockMinutes, role: 'attendant' }, policy).autoLockMinutes;
    expect([locks(null), locks(5), locks(30)]).toEqual([10, 5, 10]);
  });

  test('fixes the role, in both directions', async () => {
    const role = async (fixed: unknown, chosen: 'attendant' | 'finance') =>
      underPolicy(
        { autoLockMinutes: null, role: chosen },
        await readPolicy(async () => ({ role: fixed })),
      ).role;
    expect(await role('attendant', 'finance')).toBe('attendant');
    expect(await role('finance', 'attendant')).toBe('finance');
    expect(await role('root', 'attendant')).toBe('attendant');
  });

  test('a mistake in one decision leaves the other in force', async () => {
    const policy = await readPolicy(async () => ({ role: 'attendant', maxAutoLockMinutes: 'x' }));
    expect(policy).toEqual({ role: 'attendant', maxAutoLockMinutes: null });
  });

  test('changes nothing where there is none', () => {
    const security = { autoLockMinutes: null, role: 'finance' } as const;
    expect(underPolicy(security, NO_POLICY)).toEqual(security);
  });
});

import { describe, expect, test } from 'vitest';
import { NO_POLICY, parsePolicy, underPolicy } from '../../../lib/settings/policy.ts';

describe('the managed policy', () => {
  test.each([{}, null, 'text', { maxAutoLockMinutes: 0 }, { maxAutoLockMinutes: '5' }])(
    '%j is none',
    (stored) => {
      expect(parsePolicy(stored)).toEqual(NO_POLICY);
    },
  );

  test('limits the time until the vault locks', () => {
    const policy = parsePolicy({ maxAutoLockMinutes: 10, other: true });
    const locks = (autoLockMinutes: number | null) =>
      underPolicy({ autoLockMinutes, role: 'attendant' }, policy).autoLockMinutes;
    expect([locks(null), locks(5), locks(30)]).toEqual([10, 5, 10]);
  });

  test('fixes the role, in both directions', () => {
    const role = (fixed: unknown, chosen: 'attendant' | 'finance') =>
      underPolicy({ autoLockMinutes: null, role: chosen }, parsePolicy({ role: fixed })).role;
    expect(role('attendant', 'finance')).toBe('attendant');
    expect(role('finance', 'attendant')).toBe('finance');
    expect(role('root', 'attendant')).toBe('attendant');
  });

  test('a mistake in one decision leaves the other in force', () => {
    const policy = parsePolicy({ role: 'attendant', maxAutoLockMinutes: 'x' });
    expect(policy).toEqual({ role: 'attendant', maxAutoLockMinutes: null });
  });

  test('changes nothing where there is none', () => {
    const security = { autoLockMinutes: null, role: 'finance' } as const;
    expect(underPolicy(security, NO_POLICY)).toEqual(security);
  });
});

import { z } from '../schema.ts';
import type { Role, SecuritySettings, Settings } from './settings.ts';

/** What the provider's administrator decided for every installation (`storage.managed`). */
export interface Policy {
  /** The vault locks after at most this many idle minutes; null leaves the choice to the operator. */
  readonly maxAutoLockMinutes: number | null;
  /** Who sits here; null leaves the choice to the operator. */
  readonly role: Role | null;
}

export const NO_POLICY: Policy = { maxAutoLockMinutes: null, role: null };

/** Each by itself: a mistake in one must not undo the other. */
const policySchema = z.object({
  maxAutoLockMinutes: z.number().int().min(1).max(480).nullable().catch(null),
  role: z.enum(['attendant', 'finance']).nullable().catch(null),
});

/** A policy as the browser gave it, or as it was kept; what is none, or a mistake, decides nothing. */
export function parsePolicy(stored: unknown): Policy {
  const policy = policySchema.safeParse(stored);
  return policy.success ? policy.data : NO_POLICY;
}

/** The operator's choices within the policy: the shorter time wins, and a role that it names stands. */
export function underPolicy(security: SecuritySettings, policy: Policy): SecuritySettings {
  const { maxAutoLockMinutes } = policy;
  const role = policy.role ?? security.role;
  if (maxAutoLockMinutes === null) return { ...security, role };
  const chosen = security.autoLockMinutes ?? maxAutoLockMinutes;
  return { ...security, role, autoLockMinutes: Math.min(chosen, maxAutoLockMinutes) };
}

/**
 * Reads the settings as they are in force: what was stored before the policy came, or past it, counts for
 * nothing. The policy is asked for each time, since it may change at any moment.
 */
export function readingUnderPolicy(
  read: () => Promise<Settings>,
  policy: () => Promise<Policy>,
): () => Promise<Settings> {
  return async () => {
    const [settings, decided] = await Promise.all([read(), policy()]);
    return { ...settings, security: underPolicy(settings.security, decided) };
  };
}

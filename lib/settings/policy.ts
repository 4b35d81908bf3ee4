import { z } from '../schema.ts';
import type { SecuritySettings } from './settings.ts';

/** What the provider's administrator decided for every installation (`storage.managed`). */
export interface Policy {
  /** The vault locks after at most this many idle minutes; null leaves the choice to the operator. */
  readonly maxAutoLockMinutes: number | null;
}

export const NO_POLICY: Policy = { maxAutoLockMinutes: null };

const policySchema = z.object({ maxAutoLockMinutes: z.number().int().min(1).max(480).optional() });

/**
 * Reads the managed policy. Where no administrator set one, Firefox rejects and Chrome gives an empty
 * object: both mean no policy.
 */
export async function readPolicy(managed: () => Promise<unknown>): Promise<Policy> {
  const stored = await managed().catch(() => null);
  const policy = policySchema.safeParse(stored);
  return policy.success
    ? { maxAutoLockMinutes: policy.data.maxAutoLockMinutes ?? null }
    : NO_POLICY;
}

/** The operator's choice within the policy: the shorter time wins. */
export function underPolicy(security: SecuritySettings, policy: Policy): SecuritySettings {
  const { maxAutoLockMinutes } = policy;
  if (maxAutoLockMinutes === null) return security;
  const chosen = security.autoLockMinutes ?? maxAutoLockMinutes;
  return { ...security, autoLockMinutes: Math.min(chosen, maxAutoLockMinutes) };
}

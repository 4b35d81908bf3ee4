import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AccountOwner } from '../../asaas/client.types.ts';
import type { Environment } from '../../billing/charge.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';

/** A key of the right shape, and the environment that its prefix names. */
export interface AccountKey {
  readonly key: string;
  readonly environment: Environment;
}

const ENVIRONMENTS = { prod: 'production', hmlg: 'sandbox' } as const;
/** Visible ASCII only: the key becomes a header value. */
const SHAPE = /^\$aact_(prod|hmlg)_[\x21-\x7e]{8,}$/;

/**
 * Reads a pasted key. Keys from before 2025 name no environment and are refused as malformed: where
 * they would charge cannot be told before charging.
 */
export function readAccountKey(pasted: string): Result<AccountKey, FailureView> {
  const key = pasted.trim();
  if (key === '') return fail({ code: 'asaas-key-empty' });
  const prefix = SHAPE.exec(key)?.[1];
  if (prefix !== 'prod' && prefix !== 'hmlg') return fail({ code: 'asaas-key-format' });
  return ok({ key, environment: ENVIRONMENTS[prefix] });
}

/**
 * The account's id in settings, vault and jobs: its environment and CNPJ or CPF, so that a renewed key
 * is the same account. A key that may not read its owner is known by a fingerprint of itself.
 */
export function accountId({ key, environment }: AccountKey, owner: AccountOwner | null): string {
  if (owner) return `${environment}:${owner.document}`;
  return `${environment}:key-${bytesToHex(sha256(utf8ToBytes(`ponte account ${key}`))).slice(0, 16)}`;
}

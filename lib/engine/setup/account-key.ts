import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AccountOwner } from '../../asaas/client.types.ts';
import { environmentOfKey } from '../../asaas/environment.ts';
import type { Environment } from '../../billing/charge.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';

/** A key of the right shape, and the environment that its prefix names. */
export interface AccountKey {
  readonly key: string;
  readonly environment: Environment;
}

/**
 * Reads a pasted key. Keys of before 2024 name no environment and are refused as malformed: where
 * they would charge cannot be told before charging.
 */
export function readAccountKey(pasted: string): Result<AccountKey, FailureView> {
  const key = pasted.trim();
  if (key === '') return fail({ code: 'asaas-key-empty' });
  const environment = environmentOfKey(key);
  return environment ? ok({ key, environment }) : fail({ code: 'asaas-key-format' });
}

/**
 * The account's id in settings, vault and jobs: its environment and CNPJ or CPF, so that a renewed key
 * is the same account. A key that may not read its owner is known by a fingerprint of itself.
 */
export function accountId({ key, environment }: AccountKey, owner: AccountOwner | null): string {
  if (owner) return `${environment}:${owner.document}`;
  return `${environment}:key-${bytesToHex(sha256(utf8ToBytes(`ponte account ${key}`))).slice(0, 16)}`;
}

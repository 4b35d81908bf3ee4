import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../billing/canonical.ts';
import type { AuditEntry, AuditFact } from '../../ledger/audit-entry.ts';

/** Whether a chain is whole; `atSeq` is the place (counted from 1) of the first entry that does not fit. */
export type ChainVerdict = { readonly ok: true } | { readonly ok: false; readonly atSeq: number };

/**
 * The entry that follows `prev`. Synchronous, because a Dexie transaction ends at the first await of
 * anything else (WebCrypto's digest is one). Throws when `prev` belongs to another installation: a
 * copied machine begins a chain of its own.
 */
export function nextEntry(prev: AuditEntry | null, fact: AuditFact): AuditEntry {
  const { at, installationId, operator, action, ids, detail } = fact;
  if (prev && prev.installationId !== installationId) {
    throw new RangeError('an audit chain belongs to one installation');
  }
  const unsigned = {
    seq: (prev?.seq ?? 0) + 1,
    at,
    installationId,
    operator: { ...operator },
    action,
    ids,
    detail,
    prevHash: prev?.hash ?? null,
  };
  return { ...unsigned, hash: hashOf(unsigned) };
}

/**
 * Checks entries from the first on, in order of `seq`. Finds any edit, insertion, reordering and
 * deletion before the last entry. A chain cut short is whole in itself: only `head`, the newest hash
 * noted elsewhere (an export, a backup), shows what is missing at the end.
 */
export function verifyChain(entries: readonly AuditEntry[], head?: string): ChainVerdict {
  let prev: AuditEntry | null = null;
  for (const entry of entries) {
    if (!follows(prev, entry)) return { ok: false, atSeq: (prev?.seq ?? 0) + 1 };
    prev = entry;
  }
  if (head !== undefined && prev?.hash !== head) return { ok: false, atSeq: (prev?.seq ?? 0) + 1 };
  return { ok: true };
}

function follows(prev: AuditEntry | null, entry: AuditEntry): boolean {
  if (entry.seq !== (prev?.seq ?? 0) + 1) return false;
  if (entry.prevHash !== (prev?.hash ?? null)) return false;
  if (prev && entry.installationId !== prev.installationId) return false;
  const { hash, ...unsigned } = entry;
  return hash === hashOf(unsigned);
}

/** Of whatever keys are there: a key added later to a stored entry breaks its hash too. */
function hashOf(unsigned: Readonly<Record<keyof Omit<AuditEntry, 'hash'>, unknown>>): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(unsigned))));
}

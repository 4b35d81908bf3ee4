import { fail, ok, type Result } from '../billing/result.ts';
import type { KeyValueStore } from '../key-value-store.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { importDataKey, randomDataKey, type DataKey } from './data-key.ts';
import { PBKDF2_ROUNDS } from './derivation.ts';
import { open, seal } from './sealing.ts';
import { createUnlockedSession } from './unlocked-session.ts';
import { DATA_KEY, type DataKeyRecord, type VaultStore } from './vault-store.ts';
import { unwrap, wrapForDevice, wrapWithPassphrase } from './wrapping.ts';

/*
 * Secrets at rest. One random data key encrypts every secret; what changes is who can unwrap it:
 *
 *   nothing ──first write──▶ device ──setPassphrase──▶ unlocked ──lock, browser restart──▶ locked
 *                              ▲                        │    ▲                               │
 *                              └────removePassphrase────┘    └────────────unlock─────────────┘
 *
 * Guarantees
 *  - `device`: the wrapping key is non-extractable. It keeps secrets out of storage areas, exports and
 *    backups of settings; it does not resist someone who can run code as this extension.
 *  - `locked`: neither memory, `storage.session` nor disk holds anything that opens a secret.
 *  - A change of wrapping is one `put`. The data key itself never changes, so nothing is re-encrypted.
 *  - A secret moved to another name does not open; one that does not open counts as absent, so that
 *    the person is asked for it again and may simply write it anew.
 *  - No error thrown here carries a secret, a key or a passphrase.
 */

export type VaultState = 'device' | 'unlocked' | 'locked';

export interface Vault {
  readonly state: () => Promise<VaultState>;
  /** The secret, or null when there is none. Names: `asaas:<accountId>`, `ixc:<origin>`, `typed:<origin>:<id>`. */
  readonly readSecret: (name: string) => Promise<Result<string | null, 'locked'>>;
  readonly writeSecret: (name: string, value: string) => Promise<Result<null, 'locked'>>;
  /** Works while locked too. */
  readonly removeSecret: (name: string) => Promise<void>;
  /** Removes the secrets of such names that were written at that time or before (ms since the epoch); works while locked too. */
  readonly removeSecretsBefore: (prefix: string, writtenAt: number) => Promise<void>;
  /** Drops the key from memory and session. Without a passphrase nothing changes for the person. */
  readonly lock: () => Promise<void>;
  readonly unlock: (passphrase: string) => Promise<Result<null, 'wrong'>>;
  /** Sets or changes the passphrase and leaves the vault unlocked. `current` matters only when one is set. */
  readonly setPassphrase: (current: string | null, next: string) => Promise<Result<null, 'wrong'>>;
  readonly removePassphrase: (current: string) => Promise<Result<null, 'wrong'>>;
}

export interface VaultOptions {
  readonly store: VaultStore;
  /** `storage.session`: memory of the browser, gone when it closes. */
  readonly session: KeyValueStore;
  readonly crypto: Crypto;
  /** ms since the epoch. */
  readonly now: () => number;
  /** PBKDF2 rounds of new wrappings; only tests give fewer. */
  readonly rounds?: number;
}

/** Opens the vault over its stores. Reads nothing until asked. */
export function createVault(options: VaultOptions): Vault {
  const { store, crypto, now, rounds = PBKDF2_ROUNDS } = options;
  const session = createUnlockedSession(options.session);
  const inTurn = oneAtATime();
  let held: DataKey | null = null;

  async function readRecord(): Promise<DataKeyRecord | null> {
    const record = await store.get(DATA_KEY);
    return record === undefined || record.kind === 'secret' ? null : record;
  }

  /** The data key if it may be used now; null when locked, or when nothing can unwrap it any more. */
  async function usable(record: DataKeyRecord): Promise<DataKey | null> {
    if (held?.keyId === record.keyId) return held;
    const raw =
      record.kind === 'device'
        ? await unwrap(crypto, record, null)
        : await session.recall(record.keyId);
    return raw && hold(record.keyId, raw);
  }

  /** Imports the key into memory and overwrites the raw bytes. */
  async function hold(keyId: string, raw: Uint8Array<ArrayBuffer>): Promise<DataKey> {
    held = await importDataKey(crypto, keyId, raw);
    raw.fill(0);
    return held;
  }

  /** As `usable`, making the data key on first use. Null only when locked. */
  async function usableOrNew(): Promise<DataKey | null> {
    const record = await readRecord();
    const key = record && (await usable(record));
    if (key || record?.kind === 'passphrase') return key;
    const raw = randomDataKey(crypto);
    const keyId = crypto.randomUUID();
    await store.put(await wrapForDevice(crypto, keyId, raw));
    return hold(keyId, raw);
  }

  /** Makes the unwrapped data key usable for as long as its kind of wrapping allows. */
  async function enter(
    record: DataKeyRecord,
    raw: Uint8Array<ArrayBuffer>,
  ): Promise<Result<null, never>> {
    if (record.kind === 'passphrase') await session.keep(record.keyId, raw);
    else await session.forget();
    await hold(record.keyId, raw);
    return ok(null);
  }

  /** Puts the new wrapping on disk first: whatever happens after, the data key can be unwrapped. */
  async function rewrap(record: DataKeyRecord, raw: Uint8Array<ArrayBuffer>) {
    await store.put(record);
    return enter(record, raw);
  }

  return {
    state: () =>
      inTurn(async () => {
        const record = await readRecord();
        if (record?.kind !== 'passphrase') return 'device';
        return (await usable(record)) ? 'unlocked' : 'locked';
      }),

    readSecret: (name) =>
      inTurn(async () => {
        const record = await readRecord();
        const key = record && (await usable(record));
        if (!key) return record?.kind === 'passphrase' ? fail('locked') : ok(null);
        const secret = await store.get(`secret:${name}`);
        if (secret?.kind !== 'secret') return ok(null);
        const plain = await open(crypto, key.secrets, secret.sealed, secret.name);
        return ok(plain && new TextDecoder().decode(plain));
      }),

    writeSecret: (name, value) =>
      inTurn(async () => {
        const key = await usableOrNew();
        if (!key) return fail('locked');
        const record = `secret:${name}` as const;
        const sealed = await seal(crypto, key.secrets, new TextEncoder().encode(value), record);
        await store.put({ name: record, kind: 'secret', sealed, writtenAt: now() });
        return ok(null);
      }),

    removeSecret: (name) => inTurn(() => store.delete(`secret:${name}`)),

    removeSecretsBefore: (prefix, writtenAt) =>
      inTurn(async () => {
        for (const name of await store.names(`secret:${prefix}`)) {
          const secret = await store.get(name);
          if (secret?.kind === 'secret' && secret.writtenAt <= writtenAt) await store.delete(name);
        }
      }),

    lock: () =>
      inTurn(async () => {
        held = null;
        await session.forget();
      }),

    unlock: (passphrase) =>
      inTurn(async () => {
        const record = await readRecord();
        if (record?.kind !== 'passphrase') return ok(null);
        const raw = await unwrap(crypto, record, passphrase);
        if (!raw) return fail('wrong');
        if (record.derivation.rounds >= rounds) return enter(record, raw);
        return rewrap(await wrapWithPassphrase(crypto, record.keyId, raw, passphrase, rounds), raw);
      }),

    setPassphrase: (current, next) =>
      inTurn(async () => {
        const record = await readRecord();
        const opened = record && (await unwrap(crypto, record, current));
        if (!opened && record?.kind === 'passphrase') return fail('wrong');
        const raw = opened ?? randomDataKey(crypto);
        const keyId = opened ? record.keyId : crypto.randomUUID();
        return rewrap(await wrapWithPassphrase(crypto, keyId, raw, next, rounds), raw);
      }),

    removePassphrase: (current) =>
      inTurn(async () => {
        const record = await readRecord();
        if (record?.kind !== 'passphrase') return ok(null);
        const raw = await unwrap(crypto, record, current);
        if (!raw) return fail('wrong');
        return rewrap(await wrapForDevice(crypto, record.keyId, raw), raw);
      }),
  };
}

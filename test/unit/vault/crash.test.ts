import { describe, expect, test } from 'vitest';
import type { KeyValueStore } from '../../../lib/key-value-store.ts';
import type { VaultStore } from '../../../lib/vault/vault-store.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { KEY, newProfile, PASSPHRASE, vaultOver, type Profile } from './vault-kit.ts';

const NEXT = 'outra frase bem longa';
const MOST_WRITES = 6;

class Crash extends Error {}

/** Lets `writes` writes through and dies at the next one, before or after it took effect. */
function dyingWorker(
  { store, session }: Profile,
  writes: number,
  when: 'before' | 'after',
  rounds: number,
) {
  let left = writes;
  const dying = async (write: () => Promise<void>) => {
    const dies = left-- <= 0;
    if (dies && when === 'before') throw new Crash();
    await write();
    if (dies) throw new Crash();
  };
  const dyingStore: VaultStore = {
    get: store.get,
    put: (record) => dying(() => store.put(record)),
    delete: (name) => dying(() => store.delete(name)),
    names: store.names,
  };
  const dyingSession: KeyValueStore = {
    get: session.get,
    set: (key, value) => dying(() => session.set(key, value)),
    remove: (key) => dying(() => session.remove(key)),
  };
  return vaultOver(dyingStore, dyingSession, rounds);
}

interface Step {
  readonly name: string;
  readonly prepare: (vault: Vault) => Promise<unknown>;
  readonly run: (vault: Vault) => Promise<unknown>;
  /** Rounds of the code that runs the step; the preparation has 10. */
  readonly rounds: number;
}

const STEPS: readonly Step[] = [
  {
    name: 'setting a passphrase',
    prepare: async () => undefined,
    run: (vault) => vault.setPassphrase(null, PASSPHRASE),
    rounds: 10,
  },
  {
    name: 'changing the passphrase',
    prepare: (vault) => vault.setPassphrase(null, PASSPHRASE),
    run: (vault) => vault.setPassphrase(PASSPHRASE, NEXT),
    rounds: 10,
  },
  {
    name: 'removing the passphrase',
    prepare: (vault) => vault.setPassphrase(null, PASSPHRASE),
    run: (vault) => vault.removePassphrase(PASSPHRASE),
    rounds: 10,
  },
  {
    name: 'unlocking with more rounds than before',
    prepare: async (vault) => {
      await vault.setPassphrase(null, PASSPHRASE);
      await vault.lock();
    },
    run: (vault) => vault.unlock(PASSPHRASE),
    rounds: 20,
  },
];

/** What the person can do after the crash, by what they know. */
async function readable(vault: Vault): Promise<boolean> {
  if ((await vault.state()) === 'locked') {
    const tried = await Promise.all([vault.unlock(PASSPHRASE), vault.unlock(NEXT)]);
    if (!tried.some(({ ok }) => ok)) return false;
  }
  const secret = await vault.readSecret('asaas:a');
  return secret.ok && secret.value === KEY;
}

describe.each(STEPS)('a worker killed while $name', ({ prepare, run, rounds }) => {
  test.each(['before', 'after'] as const)(
    'loses nothing, dying %s any of its writes',
    async (when) => {
      let crashes = 0;
      for (let writes = 0; writes < MOST_WRITES; writes++) {
        for (const browserToo of [false, true]) {
          const profile = await newProfile();
          await profile.worker(10).writeSecret('asaas:a', KEY);
          await prepare(profile.worker(10));
          const died = await run(dyingWorker(profile, writes, when, rounds)).then(
            () => false,
            (error: unknown) => {
              if (error instanceof Crash) return true;
              throw error;
            },
          );
          if (died) crashes++;
          if (browserToo) await profile.restartBrowser();
          expect(await readable(profile.worker(rounds))).toBe(true);
        }
      }
      // The test must have met crashes, and have gone past the last write.
      expect(crashes).toBeGreaterThan(0);
      expect(crashes).toBeLessThan(MOST_WRITES * 2);
    },
  );
});

import { describe, expect, test } from 'vitest';
import { PBKDF2_ROUNDS } from '../../../lib/vault/derivation.ts';
import { DATA_KEY } from '../../../lib/vault/vault-store.ts';
import { createVault } from '../../../lib/vault/vault.ts';
import { newProfile, PASSPHRASE, type Profile } from './vault-kit.ts';

async function derivationOf({ store }: Profile) {
  const record = await store.get(DATA_KEY);
  if (record?.kind !== 'passphrase') throw new Error('no passphrase');
  return record.derivation;
}

describe('how a passphrase becomes a key', () => {
  test('the product derives with PBKDF2-SHA256, 900 000 rounds and 16 bytes of salt', async () => {
    expect(PBKDF2_ROUNDS).toBe(900_000);
    const profile = await newProfile();
    const { store, session } = profile;
    const vault = createVault({ store, session, crypto: globalThis.crypto, now: Date.now });
    await vault.setPassphrase(null, PASSPHRASE);
    expect(await derivationOf(profile)).toMatchObject({
      name: 'PBKDF2',
      hash: 'SHA-256',
      rounds: 900_000,
    });
    expect((await derivationOf(profile)).salt).toHaveLength(16);
  });

  test('the salt is new with every passphrase', async () => {
    const profile = await newProfile();
    const vault = profile.worker();
    await vault.setPassphrase(null, PASSPHRASE);
    const first = await derivationOf(profile);
    await vault.setPassphrase(PASSPHRASE, PASSPHRASE);
    expect((await derivationOf(profile)).salt).not.toEqual(first.salt);
  });

  test('a vault made with fewer rounds opens with its own, and is raised by that', async () => {
    const profile = await newProfile();
    await profile.worker(10).setPassphrase(null, PASSPHRASE);
    await profile.worker(10).writeSecret('asaas:a', 'segredo');
    await profile.restartBrowser();

    const newer = profile.worker(20);
    expect(await newer.unlock('errada')).toMatchObject({ ok: false });
    expect((await derivationOf(profile)).rounds).toBe(10);
    expect(await newer.unlock(PASSPHRASE)).toMatchObject({ ok: true });
    expect((await derivationOf(profile)).rounds).toBe(20);

    await profile.restartBrowser();
    const again = profile.worker(20);
    await again.unlock(PASSPHRASE);
    expect(await again.readSecret('asaas:a')).toEqual({ ok: true, value: 'segredo' });
  });

  test('a vault made with more rounds than the code asks for is left as it is', async () => {
    const profile = await newProfile();
    await profile.worker(20).setPassphrase(null, PASSPHRASE);
    const before = await derivationOf(profile);
    await profile.restartBrowser();
    expect(await profile.worker(10).unlock(PASSPHRASE)).toMatchObject({ ok: true });
    expect(await derivationOf(profile)).toEqual(before);
  });
});

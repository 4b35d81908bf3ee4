import { describe, expect, test } from 'vitest';
import { DATA_KEY } from '../../../lib/vault/vault-store.ts';
import { everythingAtRest, KEY, newProfile, PASSPHRASE } from './vault-kit.ts';

const WRONG = { ok: false, error: 'wrong' };
const LOCKED = { ok: false, error: 'locked' };
const DONE = { ok: true, value: null };
const read = (value: string | null) => ({ ok: true, value });

describe('a vault without a passphrase', () => {
  test('gives back what was written, to this worker and to the next', async () => {
    const profile = await newProfile();
    await profile.worker().writeSecret('asaas:a', KEY);
    expect(await profile.worker().readSecret('asaas:a')).toEqual(read(KEY));
    expect(await profile.worker().state()).toBe('device');
  });

  test('survives a restart of the browser', async () => {
    const profile = await newProfile();
    await profile.worker().writeSecret('asaas:a', KEY);
    await profile.restartBrowser();
    expect(await profile.worker().readSecret('asaas:a')).toEqual(read(KEY));
  });

  test('answers null for a secret that was never written, also before anything was', async () => {
    const { worker } = await newProfile();
    expect(await worker().readSecret('asaas:a')).toEqual(read(null));
    await worker().writeSecret('asaas:a', KEY);
    expect(await worker().readSecret('ixc:https://painel.provedor.example')).toEqual(read(null));
  });

  test('overwrites and removes', async () => {
    const vault = (await newProfile()).worker();
    await vault.writeSecret('asaas:a', 'primeira');
    await vault.writeSecret('asaas:a', 'segunda ção 🔑');
    expect(await vault.readSecret('asaas:a')).toEqual(read('segunda ção 🔑'));
    await vault.removeSecret('asaas:a');
    expect(await vault.readSecret('asaas:a')).toEqual(read(null));
  });

  test('uses a device key that cannot be exported, and keeps nothing in the session', async () => {
    const profile = await newProfile();
    await profile.worker().writeSecret('asaas:a', KEY);
    const record = await profile.store.get(DATA_KEY);
    if (record?.kind !== 'device') throw new Error('no device key');
    expect(record.deviceKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', record.deviceKey)).rejects.toThrow();
    expect(profile.session.dump()).toEqual({});
  });

  test('makes one data key however many secrets are written at once', async () => {
    const profile = await newProfile();
    const vault = profile.worker();
    const names = Array.from({ length: 8 }, (_, index) => `asaas:${index}`);
    await Promise.all(names.map((name) => vault.writeSecret(name, `${KEY}-${name}`)));
    for (const name of names) {
      expect(await profile.worker().readSecret(name)).toEqual(read(`${KEY}-${name}`));
    }
  });

  test('has nothing to lock: a lock only drops what is in memory', async () => {
    const vault = (await newProfile()).worker();
    await vault.writeSecret('asaas:a', KEY);
    await vault.lock();
    expect(await vault.state()).toBe('device');
    expect(await vault.readSecret('asaas:a')).toEqual(read(KEY));
    expect(await vault.unlock('qualquer coisa')).toEqual(DONE);
  });
});

describe('a vault with a passphrase', () => {
  async function locked() {
    const profile = await newProfile();
    const vault = profile.worker();
    await vault.writeSecret('asaas:a', KEY);
    expect(await vault.setPassphrase(null, PASSPHRASE)).toEqual(DONE);
    expect(await vault.state()).toBe('unlocked');
    await vault.lock();
    return { profile, vault };
  }

  test('is locked until the passphrase is given', async () => {
    const { vault } = await locked();
    expect(await vault.state()).toBe('locked');
    expect(await vault.readSecret('asaas:a')).toEqual(LOCKED);
    expect(await vault.writeSecret('asaas:b', KEY)).toEqual(LOCKED);
    expect(await vault.unlock(PASSPHRASE)).toEqual(DONE);
    expect(await vault.readSecret('asaas:a')).toEqual(read(KEY));
  });

  test('refuses a wrong passphrase and stays as it was', async () => {
    const { vault } = await locked();
    expect(await vault.unlock('cavalo bateria grampa')).toEqual(WRONG);
    expect(await vault.unlock('')).toEqual(WRONG);
    expect(await vault.state()).toBe('locked');
    await vault.unlock(PASSPHRASE);
    expect(await vault.unlock('errada de novo')).toEqual(WRONG);
    expect(await vault.state()).toBe('unlocked');
  });

  test('takes the same letters composed or decomposed', async () => {
    const vault = (await newProfile()).worker();
    await vault.writeSecret('asaas:a', KEY);
    await vault.setPassphrase(null, 'coração de leão'.normalize('NFC'));
    await vault.lock();
    expect(await vault.unlock('coração de leão'.normalize('NFD'))).toEqual(DONE);
  });

  test('stays unlocked for the next worker, not for the next run of the browser', async () => {
    const { profile, vault } = await locked();
    await vault.unlock(PASSPHRASE);
    expect(await profile.worker().readSecret('asaas:a')).toEqual(read(KEY));
    await profile.restartBrowser();
    expect(await profile.worker().state()).toBe('locked');
  });

  test('a lock leaves nothing that opens a secret, in this worker or the next', async () => {
    const { profile, vault } = await locked();
    await vault.unlock(PASSPHRASE);
    await vault.lock();
    expect(profile.session.dump()).toEqual({});
    expect(await vault.readSecret('asaas:a')).toEqual(LOCKED);
    expect(await profile.worker().readSecret('asaas:a')).toEqual(LOCKED);
  });

  test('a lock asked for while it unlocks wins', async () => {
    const { vault } = await locked();
    const unlocking = vault.unlock(PASSPHRASE);
    await vault.lock();
    await unlocking;
    expect(await vault.state()).toBe('locked');
  });

  test('removes secrets while locked', async () => {
    const { vault } = await locked();
    await vault.removeSecret('asaas:a');
    await vault.unlock(PASSPHRASE);
    expect(await vault.readSecret('asaas:a')).toEqual(read(null));
  });

  test('changes the passphrase only for who knows the current one', async () => {
    const { vault } = await locked();
    expect(await vault.setPassphrase(null, 'outra frase boa')).toEqual(WRONG);
    expect(await vault.setPassphrase('errada', 'outra frase boa')).toEqual(WRONG);
    await vault.unlock(PASSPHRASE);
    expect(await vault.setPassphrase(null, 'outra frase boa')).toEqual(WRONG);
    expect(await vault.setPassphrase(PASSPHRASE, 'outra frase boa')).toEqual(DONE);
    await vault.lock();
    expect(await vault.unlock(PASSPHRASE)).toEqual(WRONG);
    expect(await vault.unlock('outra frase boa')).toEqual(DONE);
    expect(await vault.readSecret('asaas:a')).toEqual(read(KEY));
  });

  test('goes back to the device only for who knows the passphrase', async () => {
    const { profile, vault } = await locked();
    expect(await vault.removePassphrase('errada')).toEqual(WRONG);
    expect(await vault.removePassphrase(PASSPHRASE)).toEqual(DONE);
    expect(profile.session.dump()).toEqual({});
    await profile.restartBrowser();
    expect(await profile.worker().state()).toBe('device');
    expect(await profile.worker().readSecret('asaas:a')).toEqual(read(KEY));
    expect(await profile.worker().removePassphrase('qualquer')).toEqual(DONE);
  });

  test('can be the first thing that happens to a vault', async () => {
    const profile = await newProfile();
    await profile.worker().setPassphrase(null, PASSPHRASE);
    await profile.worker().writeSecret('asaas:a', KEY);
    await profile.restartBrowser();
    const vault = profile.worker();
    await vault.unlock(PASSPHRASE);
    expect(await vault.readSecret('asaas:a')).toEqual(read(KEY));
  });

  test('leaves neither device key nor passphrase nor secret at rest', async () => {
    const { profile } = await locked();
    const record = await profile.store.get(DATA_KEY);
    expect(record?.kind).toBe('passphrase');
    expect(record).not.toHaveProperty('deviceKey');
    const atRest = await everythingAtRest(profile);
    expect(atRest).not.toContain(KEY);
    expect(atRest).not.toContain(PASSPHRASE);
    expect(atRest).toContain('asaas:a');
  });
});

describe('secrets that are meant to be short-lived', () => {
  test('are removed once they are old, and nothing else is, though the vault be locked', async () => {
    const profile = await newProfile();
    const vault = profile.worker();
    await vault.writeSecret('typed:a', 'old');
    await vault.writeSecret('ixc:a', 'token');
    await vault.setPassphrase(null, PASSPHRASE);
    await vault.lock();
    await vault.removeSecretsBefore('typed:', 1_799_999_999_999);
    await vault.removeSecretsBefore('type', 1_800_000_000_000);
    await vault.unlock(PASSPHRASE);
    expect(await vault.readSecret('typed:a')).toEqual(read(null));
    expect(await vault.readSecret('ixc:a')).toEqual(read('token'));
  });

  test('stay until then', async () => {
    const profile = await newProfile();
    const vault = profile.worker();
    await vault.writeSecret('typed:a', 'new');
    await vault.removeSecretsBefore('typed:', 1_799_999_999_999);
    expect(await vault.readSecret('typed:a')).toEqual(read('new'));
  });
});

import { describe, expect, test } from 'vitest';
import { DATA_KEY, type SecretRecord } from '../../../lib/vault/vault-store.ts';
import { KEY, newProfile, PASSPHRASE, type Profile } from './vault-kit.ts';

const absent = { ok: true, value: null };

async function secretOf({ store }: Profile, name: string): Promise<SecretRecord> {
  const record = await store.get(`secret:${name}`);
  if (record?.kind !== 'secret') throw new Error(`no secret ${name}`);
  return record;
}

describe('records changed behind the vault', () => {
  test('a secret moved to another name does not open', async () => {
    const profile = await newProfile();
    const vault = profile.worker();
    await vault.writeSecret('asaas:sandbox', KEY);
    const moved = await secretOf(profile, 'asaas:sandbox');
    await profile.store.put({ ...moved, name: 'secret:asaas:production' });
    expect(await vault.readSecret('asaas:production')).toEqual(absent);
  });

  test('a flipped bit anywhere in a secret makes it absent, and writing it anew mends it', async () => {
    const profile = await newProfile();
    const vault = profile.worker();
    await vault.writeSecret('asaas:a', KEY);
    const whole = await secretOf(profile, 'asaas:a');
    for (let at = 0; at < whole.sealed.ciphertext.length; at++) {
      const ciphertext = whole.sealed.ciphertext.slice();
      ciphertext[at] = (ciphertext[at] ?? 0) ^ 1;
      await profile.store.put({ ...whole, sealed: { ...whole.sealed, ciphertext } });
      expect(await vault.readSecret('asaas:a')).toEqual(absent);
    }
    await vault.writeSecret('asaas:a', KEY);
    expect(await vault.readSecret('asaas:a')).toEqual({ ok: true, value: KEY });
  });

  test('the same secret never looks the same twice', async () => {
    const profile = await newProfile();
    const vault = profile.worker();
    await vault.writeSecret('asaas:a', KEY);
    const first = await secretOf(profile, 'asaas:a');
    await vault.writeSecret('asaas:a', KEY);
    const second = await secretOf(profile, 'asaas:a');
    expect(second.sealed.iv).not.toEqual(first.sealed.iv);
    expect(second.sealed.ciphertext).not.toEqual(first.sealed.ciphertext);
  });

  test('the right passphrase does not open a wrapping that was tampered with', async () => {
    const profile = await newProfile();
    await profile.worker().setPassphrase(null, PASSPHRASE);
    await profile.restartBrowser();
    const record = await profile.store.get(DATA_KEY);
    if (record?.kind !== 'passphrase') throw new Error('no passphrase');
    const rounds = record.derivation.rounds - 1;
    await profile.store.put({ ...record, derivation: { ...record.derivation, rounds } });
    expect(await profile.worker().unlock(PASSPHRASE)).toEqual({ ok: false, error: 'wrong' });
    await profile.store.put({ ...record, keyId: 'another' });
    expect(await profile.worker().unlock(PASSPHRASE)).toEqual({ ok: false, error: 'wrong' });
  });

  test('a session that another vault left behind unlocks nothing', async () => {
    const old = await newProfile();
    await old.worker().setPassphrase(null, PASSPHRASE);
    const profile = await newProfile();
    await profile.worker().setPassphrase(null, PASSPHRASE);
    await profile.session.set('vault:unlocked', old.session.dump()['vault:unlocked']);
    expect(await profile.worker().state()).toBe('locked');
  });

  test.each([null, 'text', {}, { keyId: 1 }])(
    'rubbish in the session (%j) is no key',
    async (rubbish) => {
      const profile = await newProfile();
      await profile.worker().setPassphrase(null, PASSPHRASE);
      await profile.session.set('vault:unlocked', rubbish);
      expect(await profile.worker().state()).toBe('locked');
    },
  );

  test('a lost data key makes its secrets absent, and new ones can be written', async () => {
    const profile = await newProfile();
    await profile.worker().writeSecret('asaas:a', KEY);
    await profile.store.delete(DATA_KEY);
    const vault = profile.worker();
    expect(await vault.readSecret('asaas:a')).toEqual(absent);
    await vault.writeSecret('asaas:b', KEY);
    expect(await vault.readSecret('asaas:a')).toEqual(absent);
    expect(await vault.readSecret('asaas:b')).toEqual({ ok: true, value: KEY });
  });
});

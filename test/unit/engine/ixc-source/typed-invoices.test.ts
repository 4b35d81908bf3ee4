import { describe, expect, it } from 'vitest';
import {
  createTypedInvoices,
  eraseOldTyped,
} from '../../../../lib/engine/ixc-source/typed-invoices.ts';
import type { TypedInvoice } from '../../../../lib/messages/drawer.ts';
import { day } from '../../../fixtures/day.ts';
import { everythingAtRest, newProfile, PASSPHRASE } from '../../vault/vault-kit.ts';

const ORIGIN = 'https://painel.provedor.example';
const START = 1_800_000_000_000;
const MINUTE = 60_000;
const TYPED: TypedInvoice = {
  open: 9990,
  dueDate: day('2026-11-15'),
  customerId: '77',
  name: 'Fulana de Exemplo',
  document: '000.000.001-91',
  email: null,
  mobilePhone: null,
};

async function desk() {
  const profile = await newProfile();
  const vault = profile.worker();
  const clock = { now: START };
  return { profile, vault, clock, typed: createTypedInvoices(vault, () => clock.now) };
}

describe('an invoice typed by hand', () => {
  it('is read back with the time it was typed at, by the next worker too', async () => {
    const { profile, typed } = await desk();
    await typed.write(ORIGIN, '1001', TYPED);
    const next = createTypedInvoices(profile.worker(), () => START + MINUTE);
    expect(await next.read(ORIGIN, '1001')).toEqual({
      ok: true,
      value: { typed: TYPED, typedAt: START },
    });
  });

  it('is of that invoice and that panel alone', async () => {
    const { typed } = await desk();
    await typed.write(ORIGIN, '1001', TYPED);
    expect(await typed.read(ORIGIN, '1002')).toEqual({ ok: true, value: null });
    expect(await typed.read(`${ORIGIN}:8443`, '1001')).toEqual({ ok: true, value: null });
  });

  it.each([
    [10 * MINUTE - 1, true],
    [10 * MINUTE, false],
    [-1, false],
  ])('after %d ms is there: %s', async (passed, isThere) => {
    const { typed, clock, vault } = await desk();
    await typed.write(ORIGIN, '1001', TYPED);
    clock.now = START + passed;
    const read = await typed.read(ORIGIN, '1001');
    expect(read.ok && read.value !== null).toBe(isThere);
    const kept = await vault.readSecret(`typed:${ORIGIN}:1001`);
    expect(kept.ok && kept.value !== null).toBe(isThere);
  });

  it('is erased when asked, and by itself once nobody asks any more', async () => {
    const { typed, vault, profile } = await desk();
    await typed.write(ORIGIN, '1001', TYPED);
    await typed.write(ORIGIN, '1002', TYPED);
    await typed.remove(ORIGIN, '1001');
    expect(await typed.read(ORIGIN, '1001')).toEqual({ ok: true, value: null });
    await eraseOldTyped(vault, START + 9 * MINUTE);
    expect((await typed.read(ORIGIN, '1002')).ok).toBe(true);
    await eraseOldTyped(vault, START + 10 * MINUTE);
    expect((await profile.store.names('secret:typed:')).length).toBe(0);
  });

  it('is neither read nor written while the vault is locked', async () => {
    const { typed, vault } = await desk();
    await typed.write(ORIGIN, '1001', TYPED);
    await vault.setPassphrase(null, PASSPHRASE);
    await vault.lock();
    const locked = { ok: false, error: { code: 'locked' } };
    expect(await typed.read(ORIGIN, '1001')).toEqual(locked);
    expect(await typed.write(ORIGIN, '1001', TYPED)).toEqual(locked);
  });

  it('lies nowhere in clear', async () => {
    const { typed, profile } = await desk();
    await typed.write(ORIGIN, '1001', TYPED);
    expect(await everythingAtRest(profile)).not.toMatch(/Fulana|000\.000\.001-91/);
  });

  it('that some other version kept in another form is none', async () => {
    const { typed, vault } = await desk();
    for (const text of ['', 'null', '{"typed":{"open":1},"typedAt":1}', 'not json']) {
      await vault.writeSecret(`typed:${ORIGIN}:1001`, text);
      expect(await typed.read(ORIGIN, '1001')).toEqual({ ok: true, value: null });
    }
  });
});

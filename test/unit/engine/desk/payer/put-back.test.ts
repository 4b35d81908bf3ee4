import { describe, expect, it, vi } from 'vitest';
import type { PayerOverride } from '../../../../../lib/billing/payer/override.ts';
import type { SendChoices } from '../../../../../lib/billing/send-plan.types.ts';
import { writePaused } from '../../../../../lib/ledger/pause.ts';
import type { DrawerSnapshot } from '../../../../../lib/messages/drawer.ts';
import { openDrawerOf } from '../../drawer/open-drawer.ts';
import { createWorkbench, letPass, type Workbench } from '../../workbench.ts';
import { PUT, recordOf, stalePayer, updatesOf } from './stale-payer.ts';

const TYPED_EMAIL = 'so-este@envio.example';

/** A charge that was sent with typed data, in the drawer that sent it. */
async function sentWithTyped(
  typed: Omit<PayerOverride, 'id'>,
  bench: Workbench = createWorkbench(),
  minutes = 15,
) {
  bench.configure((now) => ({ ...now, security: { ...now.security, role: 'finance' } }));
  const profile = bench.browser();
  const { ports, runner } = await profile.worker();
  const drawer = openDrawerOf({ engine: ports, runner });
  await drawer.ready();
  const choices = {
    payerOverride: { id: 'aaaa0001', reason: 'cliente pediu' },
  } satisfies SendChoices;
  await drawer.session.handle({
    verb: 'payer-override',
    override: { id: 'aaaa0001', ...typed },
  });
  await drawer.session.handle({ verb: 'preview', choices });
  const { planId } = await drawer.until(({ planId: id, busy }) => id !== null && !busy);
  await drawer.session.handle({ verb: 'confirm', planId: planId ?? '', choices });
  await letPass(bench, [runner], minutes);
  const payerId = () => bench.live()[0]?.customer ?? '';
  return { bench, profile, ports, runner, payerId, ...drawer };
}

type World = Awaited<ReturnType<typeof sentWithTyped>>;

const fieldsOf = ({ desk }: DrawerSnapshot) => desk.payer?.putBack.fields ?? [];

/** Presses “Voltar ao do IXC” as it is shown. */
async function pressed(at: World): Promise<void> {
  const { desk } = await at.until((now) => fieldsOf(now).length > 0);
  const { payerId, putBack, seen } = desk.payer ?? {};
  await at.session.handle({
    verb: 'payer-update',
    payerId: payerId ?? '',
    fields: [...(putBack?.fields ?? [])],
    seen: seen ?? '',
  });
}

describe('after a sending with typed data', () => {
  it('the drawer shows by itself what stayed in the record it made, and one word puts it back', async () => {
    const at = await sentWithTyped({ email: TYPED_EMAIL });
    expect(recordOf(at.bench, at.payerId()).email).toBe(TYPED_EMAIL);
    const { desk } = await at.until((now) => fieldsOf(now).length > 0);
    expect(desk.payer).toMatchObject({
      putBack: { fields: ['email'], onlyAsaas: [] },
      differences: expect.arrayContaining([
        expect.objectContaining({ field: 'email', asaas: TYPED_EMAIL }),
      ]) as unknown,
    });
    await pressed(at);
    await letPass(at.bench, [at.runner], 2);
    expect(recordOf(at.bench, at.payerId()).email).toBe(at.bench.ixc.customer.email);
    await at.until((now) => fieldsOf(now).length === 0 && now.desk.payer?.sentWith !== null);
    expect(at.bench.posts()).toHaveLength(1);
  });

  it('a known payer gets back what was typed alone, not what was old before', async () => {
    const { bench, payerId } = stalePayer();
    const at = await sentWithTyped({ mobilePhone: '(21) 99876-5432' }, bench);
    expect(recordOf(bench, payerId).mobilePhone).toBe('21998765432');
    await pressed(at);
    await letPass(bench, [at.runner], 2);
    expect(recordOf(bench, payerId)).toMatchObject({
      mobilePhone: '11987654321',
      email: 'velho@cliente.example',
    });
  });

  it('it is shown while the charge is still looked after, and not before the record has it', async () => {
    const { bench } = stalePayer();
    const at = await sentWithTyped({ mobilePhone: '(21) 99876-5432' }, bench, 2);
    await vi.waitFor(async () => {
      await letPass(bench, [at.runner], 0.5);
      expect(await updatesOf(at.ports)).toMatchObject([{ state: 'done' }]);
    });
    const jobs = await at.ports.ledger.jobs.toArray();
    expect(jobs.find(({ kind }) => kind === 'create')?.activeKey).toBeDefined();
    await at.until((now) => fieldsOf(now).includes('mobilePhone'));
  });

  it('it is told also once the charge was found and taken again by later confirmations', async () => {
    const at = await sentWithTyped({ email: TYPED_EMAIL });
    for (let again = 0; again < 4; again += 1) {
      await at.bench.confirm(at.ports);
      await letPass(at.bench, [at.runner], 1);
    }
    expect(at.bench.posts()).toHaveLength(1);
    const anew = openDrawerOf({ engine: at.ports, runner: at.runner });
    const { desk } = await anew.until((now) => fieldsOf(now).includes('email'));
    expect(desk.payer?.sentWith).toMatchObject({ reason: 'cliente pediu' });
  });

  it('a known payer that had it already was given nothing that could go back', async () => {
    const { bench } = stalePayer({
      mobilePhone: '11911112222',
      phone: '1133334444',
      ...{ postalCode: '01310-000', address: 'Rua Antiga', addressNumber: '1' },
      ...{ complement: 'Casa', province: 'Centro' },
    });
    const at = await sentWithTyped({ email: 'velho@cliente.example' }, bench);
    expect(await updatesOf(at.ports)).toEqual([]);
    const { desk } = await at.until((now) => (now.desk.payer?.differences.length ?? 0) > 0);
    expect(desk.payer).toMatchObject({ putBack: { fields: [], onlyAsaas: [] } });
    expect(desk.payer?.sentWith).not.toBeNull();
  });

  it('what went back is not said to have stayed when IXC has something else later', async () => {
    const at = await sentWithTyped({ email: TYPED_EMAIL });
    await pressed(at);
    await letPass(at.bench, [at.runner], 2);
    at.bench.ixc.customer = { ...at.bench.ixc.customer, email: 'novo@cliente.example' };
    const anew = openDrawerOf({ engine: at.ports, runner: at.runner });
    const { desk } = await anew.until((now) => (now.desk.payer?.differences.length ?? 0) > 0);
    expect(desk.payer?.sentWith).not.toBeNull();
    expect(desk.payer?.putBack.fields).toEqual([]);
  });

  it('another browser, or another day, shows it as well', async () => {
    const at = await sentWithTyped({ email: TYPED_EMAIL });
    const again = openDrawerOf({ engine: at.ports, runner: at.runner });
    await again.until((now) => fieldsOf(now).includes('email'));
  });

  it('nothing is put back where IXC has nothing: it is told, and taken from nobody', async () => {
    const bench = createWorkbench();
    bench.ixc.customer = { ...bench.ixc.customer, email: null };
    const at = await sentWithTyped({ email: TYPED_EMAIL }, bench);
    const { desk } = await at.until((now) => (now.desk.payer?.putBack.onlyAsaas.length ?? 0) > 0);
    expect(desk.payer?.putBack).toEqual({ fields: [], onlyAsaas: ['email'], unusable: [] });
  });

  it('what stays because IXC’s own is mistyped is told, and corrected there first', async () => {
    const bench = createWorkbench();
    bench.ixc.customer = { ...bench.ixc.customer, email: 'maria sem arroba' };
    const at = await sentWithTyped({ email: TYPED_EMAIL }, bench);
    const { desk } = await at.until((now) => (now.desk.payer?.differences.length ?? 0) > 0);
    expect(desk.payer?.putBack).toEqual({ fields: [], onlyAsaas: [], unusable: ['email'] });
  });

  it('the CPF that stays because IXC’s own is mistyped is told as well', async () => {
    const bench = createWorkbench();
    bench.ixc.customer = { ...bench.ixc.customer, document: '111.444.777-00' };
    const at = await sentWithTyped({ document: '11144477735' }, bench);
    const { desk } = await at.until((now) => (now.desk.payer?.differences.length ?? 0) > 0);
    expect(desk.payer?.putBack).toEqual({ fields: [], onlyAsaas: [], unusable: ['document'] });
  });

  it('an ordinary charge has nothing to put back, however stale its payer is', async () => {
    const { bench } = stalePayer();
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports);
    await letPass(bench, [runner], 15);
    const drawer = openDrawerOf({ engine: ports, runner });
    const { desk } = await drawer.until((now) => (now.desk.payer?.differences.length ?? 0) > 0);
    expect(desk.payer).toMatchObject({ sentWith: null, putBack: { fields: [], onlyAsaas: [] } });
  });

  it('a value that was changed since it was shown is not written over', async () => {
    const at = await sentWithTyped({ email: TYPED_EMAIL });
    await at.until((now) => fieldsOf(now).length > 0);
    await writePaused(at.ports.ledger, true);
    await pressed(at);
    at.bench.ixc.customer = { ...at.bench.ixc.customer, email: 'terceiro@cliente.example' };
    await writePaused(at.ports.ledger, false);
    await letPass(at.bench, [at.runner], 2);
    expect(recordOf(at.bench, at.payerId()).email).toBe(TYPED_EMAIL);
    const update = (await updatesOf(at.ports)).at(-1);
    expect(update).toMatchObject({ failure: { code: 'payer-changed' } });
  });

  it('a lost answer is read before anything is asked again', async () => {
    const at = await sentWithTyped({ email: TYPED_EMAIL });
    await at.until((now) => fieldsOf(now).length > 0);
    at.bench.asaas.addFault({ ...PUT, fault: { kind: 'drop-after-commit' } });
    await pressed(at);
    await letPass(at.bench, [at.runner], 20);
    expect(at.bench.asaas.requests(PUT)).toHaveLength(1);
    expect(recordOf(at.bench, at.payerId()).email).toBe(at.bench.ixc.customer.email);
  });

  it('two presses are one update', async () => {
    const at = await sentWithTyped({ email: TYPED_EMAIL });
    await at.until((now) => fieldsOf(now).length > 0);
    await Promise.all([pressed(at), pressed(at)]);
    await letPass(at.bench, [at.runner], 2);
    expect(at.bench.asaas.requests(PUT)).toHaveLength(1);
  });
});

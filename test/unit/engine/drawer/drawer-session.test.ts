import { describe, expect, it, vi } from 'vitest';
import { fail } from '../../../../lib/billing/result.ts';
import { createDrawerSession } from '../../../../lib/engine/drawer/drawer-session.ts';
import { cancel } from '../../../../lib/engine/outbox/store.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import type { DrawerPush } from '../../../../lib/messages/drawer.ts';
import { createWorkbench, ORIGIN } from '../workbench.ts';
import { openDrawerOf } from './open-drawer.ts';

async function openDrawer(overrides: Partial<EnginePorts> = {}) {
  const bench = createWorkbench();
  const { ports, runner } = await bench.browser().worker(overrides);
  return { bench, ports, ...openDrawerOf({ engine: ports, runner }) };
}

describe('an open drawer', () => {
  it('shows who will be charged what before anything is sent', async () => {
    const { bench, ready } = await openDrawer();
    const snapshot = await ready();
    expect(snapshot.customer).toEqual({
      name: 'Maria Exemplo da Silva',
      id: '77',
      document: '***.982.247-**',
      email: 'maria@cliente.example',
      phone: null,
    });
    expect(snapshot.plan).toMatchObject({
      kind: 'new',
      draft: { value: 9990, dueDate: '2026-12-10' },
    });
    expect(bench.posts()).toEqual([]);
    expect(bench.asaas.customers()).toEqual([]);
  });

  it('sends what was confirmed, and then shows the charge with its codes', async () => {
    const { bench, session, ready, until } = await openDrawer();
    const { planId } = await ready();
    await session.handle({ verb: 'confirm', planId: planId ?? '', choices: {} });
    const snapshot = await until(
      ({ charge, job }) => charge?.pix != null && job?.state === 'verified',
    );
    expect(snapshot).toMatchObject({
      plan: null,
      job: { state: 'verified' },
      charge: { group: 'open', value: 9990 },
    });
    expect(snapshot.charge?.pix?.payload).toMatch(/^000201/);
    expect(bench.live()).toHaveLength(1);
  });

  it('makes one charge of two confirmations', async () => {
    const { bench, session, ready, until } = await openDrawer();
    const { planId } = await ready();
    const confirm = { verb: 'confirm' as const, planId: planId ?? '', choices: {} };
    await Promise.all([session.handle(confirm), session.handle(confirm)]);
    await until(({ charge, busy }) => charge !== null && !busy);
    expect(bench.live()).toHaveLength(1);
  });

  it('refuses a confirmation of another plan than the one it shows', async () => {
    const { bench, session, ready, until } = await openDrawer();
    await ready();
    await session.handle({ verb: 'confirm', planId: 'something else', choices: {} });
    await until(({ failure }) => failure?.code === 'plan-outdated');
    expect(bench.posts()).toEqual([]);
  });

  it('goes on saying so when something else makes it plan anew', async () => {
    const { bench, ports, session, ready, until } = await openDrawer();
    await ready();
    await session.handle({ verb: 'confirm', planId: 'something else', choices: {} });
    const other = await bench.confirm(ports);
    await until(({ job }) => job?.state === 'queued');
    await cancel(ports, other.id);
    const again = await until(
      ({ job, busy, failure }) => job?.state === 'cancelled' && !busy && failure !== null,
    );
    expect(again).toMatchObject({ plan: { kind: 'new' }, failure: { code: 'plan-outdated' } });
  });

  it('names the payers side by side when the document belongs to another name', async () => {
    const { bench, session, until } = await openDrawer();
    bench.asaas.seedCustomer('acc_sandbox', { name: 'João Outro Exemplo', cpfCnpj: '52998224725' });
    const [payer] = bench.asaas.customers();
    await session.handle({ verb: 'refresh' });
    const asked = await until(({ plan }) => plan?.kind === 'blocked');
    expect(asked.payers).toEqual([
      {
        id: payer?.id,
        name: 'João Outro Exemplo',
        document: '***.982.247-**',
        ours: false,
        email: null,
        phone: null,
        reference: null,
      },
    ]);
    await session.handle({ verb: 'preview', choices: { payerId: payer?.id } });
    const chosen = await until(({ plan }) => plan?.kind === 'new');
    await session.handle({ verb: 'confirm', planId: chosen.planId ?? '', choices: {} });
    await until(({ charge }) => charge !== null);
    expect(bench.live()).toMatchObject([{ customer: payer?.id }]);
  });

  it('keeps the choices when asked to read again, and sends with them', async () => {
    const { bench, session, ready, until } = await openDrawer();
    await ready();
    await session.handle({ verb: 'preview', choices: { billingType: 'BOLETO' } });
    await session.handle({ verb: 'refresh' });
    const { planId, plan } = await ready();
    expect(plan).toMatchObject({ draft: { billingType: 'BOLETO' } });
    await session.handle({
      verb: 'confirm',
      planId: planId ?? '',
      choices: { billingType: 'PIX' },
    });
    await until(({ charge }) => charge !== null);
    expect(bench.live()).toMatchObject([{ billingType: 'BOLETO' }]);
  });

  it('says so when it is too late to cancel', async () => {
    const { session, ready, until } = await openDrawer();
    const { planId } = await ready();
    await session.handle({ verb: 'confirm', planId: planId ?? '', choices: {} });
    const { job } = await until((snapshot) => snapshot.job?.state === 'verified');
    await session.handle({ verb: 'cancel-job', jobId: job?.id ?? '' });
    await until(({ failure }) => failure?.code === 'cancel-too-late');
  });

  it('shows a payment when asked to read again', async () => {
    const { bench, session, ready, until } = await openDrawer();
    const { planId } = await ready();
    await session.handle({ verb: 'confirm', planId: planId ?? '', choices: {} });
    await until(({ charge }) => charge?.pix != null);
    bench.asaas.pay(bench.live()[0]?.id ?? '');
    await bench.clock.advance(1000);
    await session.handle({ verb: 'refresh' });
    const { charge } = await until((snapshot) => snapshot.charge?.group === 'paid');
    expect(charge).toMatchObject({ pix: null, linhaDigitavel: null, status: 'RECEIVED' });
  });

  it('fetches the codes anew once the Pix has expired', async () => {
    const { bench, session, ready, until } = await openDrawer();
    bench.asaas.changeAccount('acc_sandbox', { ownPixKey: false });
    const { planId } = await ready();
    await session.handle({ verb: 'confirm', planId: planId ?? '', choices: {} });
    const first = await until(({ charge }) => charge?.pix != null);
    await bench.clock.advance(24 * 60 * 60_000);
    await session.handle({ verb: 'refresh' });
    const second = await until(
      ({ charge }) => charge?.pix != null && charge.pix.expiresAt !== first.charge?.pix?.expiresAt,
    );
    expect(second.charge?.pix?.payload).not.toBe(first.charge?.pix?.payload);
  });

  it('hides the name as soon as the vault is locked', async () => {
    let locked = false;
    const bench = createWorkbench();
    const { ports, runner } = await bench.browser().worker();
    const pushes: DrawerPush[] = [];
    const engine: EnginePorts = {
      ...ports,
      ixc: (origin) => (locked ? Promise.resolve(fail({ code: 'locked' })) : ports.ixc(origin)),
    };
    createDrawerSession(
      { engine, runner, openOptions: () => Promise.resolve() },
      { origin: ORIGIN, invoiceId: '1001' },
      (push) => pushes.push(push),
    );
    await vi.waitFor(() => expect(JSON.stringify(pushes.at(-1))).toContain('Maria'), {
      timeout: 5000,
    });
    locked = true;
    engine.events.vaultTurned();
    await vi.waitFor(
      () => {
        expect(pushes.at(-1)).toMatchObject({
          snapshot: { customer: null, plan: null, failure: { code: 'locked' } },
        });
      },
      { timeout: 5000 },
    );
  });

  it('says so when IXC cannot be read, and still shows the charge it knows', async () => {
    const bench = createWorkbench();
    const profile = bench.browser();
    const { ports, runner } = await profile.worker();
    await bench.confirm(ports);
    await runner.run();
    const offline = await profile.worker({
      ixc: () => Promise.resolve(fail({ code: 'ixc-network' })),
    });
    const pushes: DrawerPush[] = [];
    createDrawerSession(
      { engine: offline.ports, runner: offline.runner, openOptions: () => Promise.resolve() },
      { origin: ORIGIN, invoiceId: '1001' },
      (push) => pushes.push(push),
    );
    await vi.waitFor(
      () => {
        expect(pushes.at(-1)).toMatchObject({
          snapshot: { failure: { code: 'ixc-network' }, charge: { group: 'open' }, busy: false },
        });
      },
      { timeout: 5000 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { createRunner } from '../../../../../lib/engine/outbox/runner.ts';
import type { SendChoices } from '../../../../../lib/billing/send-plan.types.ts';
import type { PayerOverride } from '../../../../../lib/billing/payer/override.ts';
import { openDrawerOf } from '../../drawer/open-drawer.ts';
import { planNow } from '../../readings.ts';
import { createWorkbench, letPass, type Workbench } from '../../workbench.ts';
import { PUT, recordOf, staleDrawer, stalePayer, updatesOf } from './stale-payer.ts';

const TYPED: PayerOverride = { id: '0a0a0a0a', mobilePhone: '(21) 99876-5432' };
const CHOICES: SendChoices = {
  payerOverride: { id: TYPED.id, reason: 'cliente pediu outro número' },
};

function asFinance(bench: Workbench) {
  bench.configure((now) => ({ ...now, security: { ...now.security, role: 'finance' } }));
}

/** A customer that Asaas does not know, and a drawer in which something else is typed for the sending. */
async function typedFor(typed: PayerOverride, { finance = true, bench = createWorkbench() } = {}) {
  if (finance) asFinance(bench);
  const { ports, runner } = await bench.browser().worker();
  const at = { bench, ports, runner, ...openDrawerOf({ engine: ports, runner }) };
  await at.ready();
  await at.session.handle({ verb: 'payer-override', override: typed });
  const choices = {
    payerOverride: { id: typed.id, reason: 'cliente pediu' },
  } satisfies SendChoices;
  await at.session.handle({ verb: 'preview', choices });
  return { ...at, choices };
}

async function confirmed(at: Awaited<ReturnType<typeof typedFor>>) {
  const shown = await at.until(({ planId, busy }) => planId !== null && !busy);
  await at.session.handle({ verb: 'confirm', planId: shown.planId ?? '', choices: at.choices });
  await letPass(at.bench, [at.runner], 15);
}

describe('data typed for one sending', () => {
  it('go to the payer that the sending makes, and are told everywhere but by value', async () => {
    const at = await typedFor({
      id: 'aaaa0001',
      email: 'so-este@envio.example',
      document: '249.715.637-92',
    });
    const { plan } = await at.until(({ planId }) => planId !== null);
    expect(plan).toMatchObject({
      kind: 'new',
      warnings: expect.arrayContaining([
        { code: 'payer-data-overridden', params: { fields: 'document, email' } },
      ]) as unknown,
    });
    await confirmed(at);
    expect(at.bench.live()).toHaveLength(1);
    expect(at.bench.asaas.customers()).toMatchObject([
      { email: 'so-este@envio.example', cpfCnpj: '24971563792' },
    ]);
    const { jobs, audit } = at.ports.ledger;
    const lines = await audit.toArray();
    expect(lines.find(({ action }) => action === 'charge.intent')?.detail).toMatchObject({
      typedFor: 'cliente pediu',
      fields: 'document, email',
    });
    expect(JSON.stringify([lines, await jobs.toArray()])).not.toMatch(
      /so-este|24971563792|249\.715/,
    );
    const { desk } = await at.until(
      ({ charge, desk: { payer } }) => charge !== null && payer !== null,
    );
    expect(desk.payer?.sentWith).toMatchObject({ reason: 'cliente pediu' });
    await at.session.handle({ verb: 'details' });
    const told = await at.until((now) => (now.desk.details?.timeline.length ?? 0) > 0);
    const facts = told.desk.details?.timeline.map(({ fact }) => fact);
    expect(facts).toContainEqual(
      expect.objectContaining({ kind: 'job', job: 'create', overridden: true }),
    );
  });

  it('are good for that sending alone: the next one finds the other document and asks', async () => {
    const at = await typedFor({ id: 'aaaa0001', document: '249.715.637-92' });
    await confirmed(at);
    at.bench.ixc.invoice = { ...at.bench.ixc.invoice, id: '1002' };
    expect(await planNow(at.bench, at.ports, {})).toMatchObject({
      kind: 'blocked',
      reasons: [{ code: 'payer-ambiguous' }],
    });
  });

  it('let an invoice be sent whose customer has no CPF in IXC', async () => {
    const bench = createWorkbench();
    bench.ixc.customer = { ...bench.ixc.customer, document: '' };
    const at = await typedFor({ id: 'aaaa0001', document: '249.715.637-92' }, { bench });
    await confirmed(at);
    expect(bench.live()).toHaveLength(1);
  });

  it('reach a payer that Asaas knows by the update beside the sending', async () => {
    const { bench, payerId } = stalePayer();
    const at = await typedFor(TYPED, { bench });
    await confirmed(at);
    expect(bench.live()).toHaveLength(1);
    expect(recordOf(bench, payerId).mobilePhone).toBe('21998765432');
    expect(recordOf(bench, payerId).email).toBe('velho@cliente.example');
    expect(await updatesOf(at.ports)).toMatchObject([{ state: 'done', override: TYPED.id }]);
    expect(bench.asaas.requests(PUT)).toHaveLength(1);
  });

  it('take the finance role, in the drawer and whenever they are used', async () => {
    const at = await typedFor(TYPED, { finance: false });
    const { failure, plan, desk } = await at.until((now) => now.failure !== null);
    expect(failure).toEqual({ code: 'override-not-allowed' });
    expect(plan).toBeNull();
    expect(desk.payer?.failure ?? failure).toEqual({ code: 'override-not-allowed' });
    expect(await at.ports.ledger.jobs.count()).toBe(0);
  });

  it('stop where the role was taken away after the confirmation', async () => {
    const bench = createWorkbench();
    asFinance(bench);
    const { ports } = await bench.browser().worker();
    const [panel] = bench.settings.panels;
    await ports.overrides.write(panel?.origin ?? '', '1001', TYPED);
    await bench.confirm(ports, CHOICES);
    bench.configure((now) => ({ ...now, security: { ...now.security, role: 'attendant' } }));
    await createRunner(ports).run();
    expect(await ports.ledger.jobs.toArray()).toMatchObject([
      { state: 'blocked', failure: { code: 'override-not-allowed' } },
    ]);
    expect(bench.posts()).toEqual([]);
  });

  it('are gone after ten minutes, and nothing is sent with IXC’s own in their place', async () => {
    const bench = createWorkbench();
    asFinance(bench);
    const { ports, runner } = await bench.browser().worker();
    const [panel] = bench.settings.panels;
    await ports.overrides.write(panel?.origin ?? '', '1001', TYPED);
    await bench.confirm(ports, CHOICES);
    await bench.clock.advance(11 * 60_000);
    await runner.run();
    expect(await ports.ledger.jobs.toArray()).toMatchObject([
      { state: 'blocked', failure: { code: 'override-expired' } },
    ]);
    expect(bench.asaas.customers()).toEqual([]);
  });

  it('that cannot be right are not kept, whatever the page let through', async () => {
    const at = await typedFor({ id: 'aaaa0001', document: '123.456.789-00' });
    const { failure } = await at.until((now) => now.failure !== null);
    expect(failure).toEqual({ code: 'override-expired' });
    const [panel] = at.bench.settings.panels;
    expect(await at.ports.overrides.read(panel?.origin ?? '', '1001')).toMatchObject({
      value: null,
    });
  });
});

describe('a CPF that is wrong in IXC', () => {
  it('is corrected there, read again, and sent', async () => {
    const bench = createWorkbench();
    const right = bench.ixc.customer;
    bench.ixc.customer = { ...right, document: '12345678900' };
    const { ports, runner } = await bench.browser().worker();
    const at = { bench, ports, runner, ...openDrawerOf({ engine: ports, runner }) };
    expect((await at.ready()).plan).toMatchObject({
      kind: 'blocked',
      reasons: [{ code: 'invalid-document' }],
    });
    bench.ixc.customer = right;
    await at.session.handle({ verb: 'refresh' });
    const { planId } = await at.until(({ plan }) => plan?.kind === 'new');
    await at.session.handle({ verb: 'confirm', planId: planId ?? '', choices: {} });
    await letPass(bench, [runner], 15);
    expect(bench.live()).toHaveLength(1);
    expect(bench.asaas.customers()).toMatchObject([{ cpfCnpj: right.document }]);
  });
});

describe('a CPF of more than one customer', () => {
  it('is shown on both sides, and the other customer’s payer is never used', async () => {
    const at = await staleDrawer({ externalReference: 'ixc:11222333000181:c:78' }, (bench) => ({
      ixc: bench.reading({
        findCustomers: () =>
          Promise.resolve({
            ok: true,
            value: [bench.ixc.customer, { ...bench.ixc.customer, id: '78', name: 'Gêmea Exemplo' }],
          }),
      }),
    }));
    expect((await at.ready()).plan).toMatchObject({ kind: 'new', payer: { kind: 'create' } });
    await at.session.handle({ verb: 'payer-data' });
    const { desk } = await at.until((now) => now.desk.payer?.sharedRead === true);
    expect(desk.payer?.shared).toEqual([
      { customerId: '78', name: null, payerId: at.payerId },
      { customerId: '78', name: 'Gêmea Exemplo', payerId: null },
    ]);
    expect(desk.payer?.charges).toEqual({ [at.payerId]: 0 });
  });
});

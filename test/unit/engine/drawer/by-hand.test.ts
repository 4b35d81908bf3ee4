import { describe, expect, it } from 'vitest';
import { openDrawer } from './open-drawer.ts';
import type { Invoice } from '../../../../lib/billing/invoice.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { day } from '../../../fixtures/day.ts';
import { letPass } from '../workbench.ts';

const origin = 'https://painel.provedor.example';
const CHANGED = 'changed-since-confirmation';
const typed = {
  open: 9_990,
  dueDate: day('2026-12-10'),
  customerId: '77',
  name: ' Maria Exemplo da Silva ',
  document: '529.982.247-25',
  email: 'maria@cliente.example',
  mobilePhone: null,
};

function byHand() {
  return openDrawer({}, (bench) => {
    bench.ixc.source = 'hand';
  });
}

async function planned() {
  const drawer = await byHand();
  await drawer.until(({ failure }) => failure?.code === 'ixc-by-hand');
  await drawer.session.handle({ verb: 'type', typed });
  return { ...drawer, snapshot: await drawer.ready() };
}

describe('a drawer where nothing reads IXC', () => {
  it('asks for the invoice', async () => {
    const { until } = await byHand();
    expect(await until(({ busy }) => !busy)).toMatchObject({
      source: 'hand',
      invoice: null,
      customer: null,
      plan: null,
      failure: { code: 'ixc-by-hand' },
    });
  });

  it('plans with what was typed, and says where it comes from', async () => {
    const { snapshot } = await planned();
    expect(snapshot).toMatchObject({
      source: 'hand',
      invoice: { id: '1001', open: 9_990, dueDate: '2026-12-10' },
      customer: { name: 'Maria Exemplo da Silva', document: '***.982.247-**' },
      account: { environment: 'sandbox' },
      plan: {
        kind: 'new',
        draft: { value: 9_990 },
        warnings: [{ code: 'typed-by-hand' }, { code: 'payer-will-be-created' }],
      },
      failure: null,
    });
  });

  it('sends it once it was confirmed, and keeps nothing of it in the ledger', async () => {
    const { bench, ports, session, snapshot, until } = await planned();
    await session.handle({ verb: 'confirm', planId: snapshot.planId ?? '', choices: {} });
    await until(({ charge }) => charge !== null);
    expect(bench.live()).toHaveLength(1);
    const kept = await Promise.all([
      ports.ledger.invoices.toArray(),
      ports.ledger.jobs.toArray(),
      ports.ledger.audit.toArray(),
      ports.ledger.meta.toArray(),
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/Maria|52998224725/);
  });

  it('counts the ten minutes from the confirmation, and no further', async () => {
    const { bench, ports, session, snapshot } = await planned();
    await bench.clock.advance(9 * 60_000);
    await session.handle({ verb: 'confirm', planId: snapshot.planId ?? '', choices: {} });
    await bench.clock.advance(9 * 60_000);
    const read = await ports.typed.read('https://painel.provedor.example', '1001');
    expect(read).toMatchObject({ ok: true, value: { typed: { customerId: '77' } } });
    await bench.clock.advance(2 * 60_000);
    expect(await ports.typed.read('https://painel.provedor.example', '1001')).toEqual({
      ok: true,
      value: null,
    });
  });

  it('sends nothing when the ten minutes passed before the job ran', async () => {
    const { bench, ports, runner } = await planned();
    await bench.confirm(ports);
    await bench.clock.advance(11 * 60_000);
    await runner.run();
    await letPass(bench, [runner], 2);
    expect(bench.posts()).toEqual([]);
    expect(await ports.ledger.jobs.toArray()).toMatchObject([
      { state: 'blocked', failure: { code: 'typed-expired' } },
    ]);
  });

  it('refuses what can be no CPF or CNPJ', async () => {
    const drawer = await byHand();
    await drawer.session.handle({ verb: 'type', typed: { ...typed, document: '11111111111' } });
    expect(await drawer.ready()).toMatchObject({
      plan: { kind: 'blocked', reasons: [{ code: 'invalid-document' }] },
    });
  });

  it.each<[string, Partial<Invoice>]>([
    ['registered-elsewhere', { registeredElsewhere: ['pix_txid'] }],
    ['invoice-received', { status: 'received' }],
    ['invoice-cancelled', { status: 'cancelled' }],
    ['invoice-renegotiated', { renegotiated: true }],
    ['not-released', { released: false }],
    ['direct-debit', { directDebit: true }],
    ['recurring-card', { recurringCard: true }],
    ['in-collection', { inCollection: true }],
    ['protested', { protested: true }],
    ['contested', { contested: true }],
    ['typed-other-customer', { customerId: '78' }],
    ['typed-more-than-open', { status: 'partial', open: cents(2_000) }],
  ])('holds to what an earlier reading said: %s', async (code, earlier) => {
    const drawer = await openDrawer({}, async (bench, ports) => {
      bench.ixc.source = 'hand';
      await ports.ledger.invoices.put({
        ...bench.ixc.invoice,
        ...earlier,
        origin: 'https://painel.provedor.example',
        readAt: 0,
      });
    });
    await drawer.session.handle({ verb: 'type', typed });
    expect(await drawer.ready()).toMatchObject({
      plan: { kind: 'blocked', reasons: [{ code }] },
    });
  });

  it.each<[string, Partial<Invoice>, object]>([
    [
      'another due date',
      { dueDate: day('2026-12-05') },
      { code: 'typed-other-due-date', params: { typed: '10/12/2026', read: '05/12/2026' } },
    ],
    [
      'more that was open',
      { open: cents(12_000) },
      { code: 'typed-less-than-open', params: { typed: 'R$ 99,90', open: 'R$ 120,00' } },
    ],
  ])('says that it was read with %s', async (_what, earlier, warning) => {
    const drawer = await openDrawer({}, async (bench, ports) => {
      bench.ixc.source = 'hand';
      await ports.ledger.invoices.put({ ...bench.ixc.invoice, ...earlier, origin, readAt: 0 });
    });
    await drawer.session.handle({ verb: 'type', typed });
    const { plan } = await drawer.ready();
    expect(plan).toMatchObject({ kind: 'new', draft: { value: 9_990, dueDate: '2026-12-10' } });
    expect(plan?.kind === 'new' && plan.warnings).toContainEqual(warning);
  });

  it.each<[string, Partial<Invoice>, object]>([
    ['less that is open', { open: cents(5_000) }, { reasons: [{ code: 'typed-more-than-open' }] }],
    ['more that is open', { open: cents(12_000) }, { failure: { code: CHANGED } }],
    ['another due date', { dueDate: day('2027-01-20') }, { failure: { code: CHANGED } }],
  ])('is not sent when IXC was read since with %s', async (_what, change, stopped) => {
    const { bench, ports, runner } = await openDrawer({}, async (bench, ports) => {
      bench.ixc.source = 'hand';
      await ports.ledger.invoices.put({ ...bench.ixc.invoice, origin, readAt: 0 });
      await ports.typed.write(origin, '1001', typed);
    });
    await bench.confirm(ports);
    await ports.ledger.invoices.put({
      ...bench.ixc.invoice,
      ...change,
      origin,
      readAt: bench.clock.now(),
    });
    await runner.run();
    await letPass(bench, [runner], 2);
    expect(bench.posts()).toEqual([]);
    expect(await ports.ledger.jobs.toArray()).toMatchObject([{ state: 'blocked', ...stopped }]);
  });
});

describe('the rights in a drawer', () => {
  it('are those of the role', async () => {
    const attendant = await openDrawer();
    expect((await attendant.ready()).rights).toEqual({ mayOverride: false });
    const finance = await openDrawer({}, (bench) => {
      bench.configure((settings) => ({
        ...settings,
        security: { ...settings.security, role: 'finance' },
      }));
    });
    expect((await finance.ready()).rights).toEqual({ mayOverride: true });
  });
});

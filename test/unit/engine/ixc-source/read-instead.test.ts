import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DrawerSnapshot } from '../../../../lib/messages/drawer.ts';
import { day } from '../../../fixtures/day.ts';
import { openDrawer } from '../drawer/open-drawer.ts';
import { letPass } from '../workbench.ts';
import { newProvider, ORIGIN } from './provider.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

type Provider = ReturnType<typeof newProvider>;
const NOTHING = { directFails: true, documentFails: true, hasTab: false };
const typed = {
  open: 9_990,
  dueDate: day('2026-12-10'),
  customerId: '1',
  name: 'Cliente Exemplo',
  document: '529.982.247-25',
  email: null,
  mobilePhone: null,
};

/** A drawer of invoice 1001 of the emulated IXC, in a world where `change` holds. */
async function drawerOver(change: Partial<Provider['state']>, before?: (p: Provider) => unknown) {
  const provider = newProvider();
  provider.ixc.control.addInvoice({
    id: '1001',
    customerId: '1',
    cents: 9_990,
    dueDate: '2026-12-10',
  });
  before?.(provider);
  Object.assign(provider.state, change);
  const sources = provider.sources();
  const drawer = await openDrawer({ ixc: (_origin, only) => sources.ixc(ORIGIN, only) });
  return { provider, ...drawer };
}

const found = ({ instead }: DrawerSnapshot): boolean => instead !== null && instead !== 'looking';
const settled = (drawer: Awaited<ReturnType<typeof drawerOver>>) =>
  drawer.until((snapshot) => found(snapshot) && !snapshot.busy);

/** Chosen, typed, and planned, in a world where `change` held when the drawer was opened. */
async function planned(change: Partial<Provider['state']> = NOTHING) {
  const drawer = await drawerOver(change);
  if (change !== NOTHING) {
    await drawer.ready();
    Object.assign(drawer.provider.state, NOTHING);
    await drawer.session.handle({ verb: 'refresh' });
  }
  await settled(drawer);
  await drawer.session.handle({ verb: 'read-by', source: 'hand' });
  await drawer.until(({ failure }) => failure?.code === 'ixc-by-hand');
  await drawer.session.handle({ verb: 'type', typed });
  return { ...drawer, snapshot: await drawer.ready() };
}

describe('an invoice that no way reads', () => {
  it('may be typed, after every way was tried and what each met with was told', async () => {
    const snapshot = await settled(await drawerOver(NOTHING));
    expect(snapshot).toMatchObject({
      plan: null,
      failure: { code: 'ixc-network' },
      instead: {
        ways: [
          { source: 'direct', failure: { code: 'ixc-network' } },
          { source: 'document', failure: { code: 'ixc-network' } },
          { source: 'session', failure: { code: 'ixc-no-tab' } },
        ],
        offer: 'hand',
        known: [],
      },
    });
  });

  it('is not typed before the operator chose so', async () => {
    const drawer = await drawerOver(NOTHING);
    await settled(drawer);
    await drawer.session.handle({ verb: 'type', typed });
    expect(await settled(drawer)).toMatchObject({ plan: null, failure: { code: 'ixc-network' } });
  });

  it('is planned with what was typed, which is said, and charged once', async () => {
    const { bench, ports, runner, session, snapshot } = await planned();
    expect(snapshot).toMatchObject({
      source: 'hand',
      plan: { kind: 'new', draft: { value: 9_990 } },
      failure: null,
      instead: null,
    });
    expect(JSON.stringify(snapshot.plan)).toContain('typed-by-hand');
    await session.handle({ verb: 'confirm', planId: snapshot.planId ?? '', choices: {} });
    await letPass(bench, [runner], 2);
    expect(bench.live()).toHaveLength(1);
    const [queued] = await ports.ledger.audit.toArray();
    expect(queued).toMatchObject({
      action: 'job.queued',
      detail: {
        source: 'hand',
        tried: 'direct: ixc-network, document: ixc-network, session: ixc-no-tab',
      },
    });
  });

  it('is not charged from what was typed once the ten minutes are over', async () => {
    const { bench, ports, runner } = await planned();
    const plan = await bench.confirm({
      ...ports,
      ixc: () => Promise.resolve({ ok: true, value: { source: 'hand' } }),
    });
    await bench.clock.advance(10 * 60_000);
    await runner.run();
    expect(bench.posts()).toEqual([]);
    expect(await ports.ledger.jobs.get(plan.id)).toMatchObject({
      state: 'blocked',
      failure: { code: 'typed-expired' },
    });
  });

  it('is read by IXC again before the request, as soon as that works: it may be received', async () => {
    const { bench, provider, ports, runner } = await planned();
    await bench.confirm({
      ...ports,
      ixc: () => Promise.resolve({ ok: true, value: { source: 'hand' } }),
    });
    provider.ixc.control.receive('1001');
    provider.state.directFails = false;
    await runner.run();
    expect(bench.posts()).toEqual([]);
    expect(await ports.ledger.jobs.toArray()).toMatchObject([
      { state: 'blocked', reasons: [{ code: 'invoice-received' }] },
    ]);
  });

  it.each<[string, (provider: Provider) => unknown, object]>([
    [
      'another day',
      ({ ixc }) => ixc.control.editInvoice('1001', { data_vencimento: '2026-12-20' }),
      { state: 'blocked', failure: { code: 'changed-since-confirmation' } },
    ],
    [
      'the token is still refused',
      ({ ixc }) => ixc.control.addFault({ fault: { kind: 'unauthorized' }, times: 1 }),
      { state: 'verified', failure: null },
    ],
  ])('is sent as typed only while IXC says nothing else: %s', async (_what, change, job) => {
    const { bench, provider, ports, runner } = await planned({});
    await bench.confirm({
      ...ports,
      ixc: () => Promise.resolve({ ok: true, value: { source: 'hand' } }),
    });
    change(provider);
    provider.state.directFails = false;
    await runner.run();
    expect(await ports.ledger.jobs.toArray()).toMatchObject([job]);
  });

  it('is read by itself again when the operator asks, and in the next drawer', async () => {
    const drawer = await planned();
    drawer.provider.state.directFails = false;
    await drawer.session.handle({ verb: 'refresh' });
    const read = await drawer.until(({ source, busy }) => source === 'direct' && !busy);
    expect(read.invoice).toMatchObject({ open: 9_990 });
    Object.assign(drawer.provider.state, NOTHING);
    await drawer.session.handle({ verb: 'refresh' });
    expect(await settled(drawer)).toMatchObject({ failure: { code: 'ixc-network' } });
  });

  it('stays as it was typed on screen beside its charge while IXC cannot be read', async () => {
    const { bench, runner, session, snapshot, until } = await planned();
    await session.handle({ verb: 'confirm', planId: snapshot.planId ?? '', choices: {} });
    await letPass(bench, [runner], 2);
    await session.handle({ verb: 'refresh' });
    const shown = await until(({ charge, busy }) => charge !== null && !busy);
    expect(shown).toMatchObject({ source: 'hand', failure: null });
  });
});

describe('an invoice that only the session reads', () => {
  const onlySession = { directFails: true, documentFails: true };

  it('is offered to be read so, and never read so by itself', async () => {
    const drawer = await drawerOver(onlySession);
    expect(await settled(drawer)).toMatchObject({
      plan: null,
      instead: { offer: 'session' },
    });
    await drawer.session.handle({ verb: 'read-by', source: 'hand' });
    expect((await settled(drawer)).source).toBeNull();
    await drawer.session.handle({ verb: 'read-by', source: 'session' });
    const snapshot = await drawer.ready();
    expect(snapshot).toMatchObject({ source: 'session', plan: { kind: 'new' } });
    expect(JSON.stringify(snapshot.plan)).toContain('read-by-session');
    await drawer.session.handle({ verb: 'confirm', planId: snapshot.planId ?? '', choices: {} });
    await letPass(drawer.bench, [drawer.runner], 2);
    expect(drawer.bench.live()).toHaveLength(1);
  });
});

describe('typing is not offered', () => {
  const offered = async (drawer: ReturnType<typeof drawerOver>) => {
    const { until } = await drawer;
    return (
      await until(({ failure, instead, busy }) => {
        return failure !== null && instead !== 'looking' && !busy;
      })
    ).instead;
  };

  it('where a way read that the invoice was received', async () => {
    const drawer = drawerOver({ ...NOTHING, hasTab: true }, ({ ixc }) =>
      ixc.control.receive('1001'),
    );
    expect(await offered(drawer)).toMatchObject({ offer: 'session' });
    const { session, until } = await drawer;
    await session.handle({ verb: 'read-by', source: 'session' });
    expect((await until(({ plan }) => plan !== null)).plan).toMatchObject({
      kind: 'blocked',
      reasons: [{ code: 'invoice-received' }],
    });
  });

  it.each([
    ['the keys are locked', { ...NOTHING, isLocked: true }],
    ['there is no network', { ...NOTHING, isOnline: false }],
    ['the operator fixed the source', { ...NOTHING, override: 'direct' as const }],
  ])('where %s', async (_what, change) => {
    const drawer = drawerOver(change);
    if ('override' in change) {
      const { bench, session } = await drawer;
      bench.configure((settings) => ({
        ...settings,
        panels: settings.panels.map((panel) => ({ ...panel, source: 'direct' as const })),
      }));
      await session.handle({ verb: 'refresh' });
    }
    expect(await offered(drawer)).toBeNull();
  });

  it('where IXC has no such invoice', async () => {
    const provider = newProvider();
    const drawer = openDrawer({ ixc: (_origin, only) => provider.sources().ixc(ORIGIN, only) });
    const { until } = await drawer;
    const snapshot = await until(({ failure, busy }) => failure !== null && !busy);
    expect(snapshot).toMatchObject({ failure: { code: 'ixc-invoice-not-found' }, instead: null });
  });
});

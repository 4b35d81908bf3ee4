import { describe, expect, it, vi } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import { fail } from '../../../../lib/billing/result.ts';
import { createPanelDesk } from '../../../../lib/engine/panel/panel-desk.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import type { StatesPush } from '../../../../lib/messages/panel.ts';
import { createWorkbench, ORIGIN } from '../workbench.ts';

async function atTheDesk(overrides: Partial<EnginePorts> = {}, bench = createWorkbench()) {
  const { ports, runner } = await bench.browser().worker(overrides);
  const pushed: StatesPush[] = [];
  const desk = createPanelDesk({
    engine: ports,
    push: (_origin, message) => {
      pushed.push(message);
      return Promise.resolve();
    },
    noticed: () => undefined,
  });
  const firstPush = () =>
    vi.waitFor(() => {
      const [push] = pushed;
      if (!push) throw new Error('nothing pushed');
      return push;
    });
  return { bench, ports, runner, desk, pushed, firstPush };
}

describe('the rows of a panel', () => {
  it('are answered at once without a reading, and corrected by a push', async () => {
    const { desk, firstPush } = await atTheDesk();
    const { states } = await desk.states(ORIGIN, ['1001']);
    expect(states).toEqual([{ id: '1001', group: 'unsent', canSend: false, seenAt: null }]);
    expect((await firstPush()).states).toMatchObject([
      { id: '1001', group: 'unsent', canSend: true },
    ]);
  });

  it.each([
    ['received', { status: 'received', open: cents(0) }],
    ['cancelled', { status: 'cancelled', open: cents(0) }],
    ['renegotiated', { renegotiated: true }],
    ['hidden', { released: false }],
  ] as const)('offer nothing to send for an invoice that is %s', async (_name, change) => {
    const bench = createWorkbench();
    bench.ixc.invoice = { ...bench.ixc.invoice, ...change };
    const { desk, firstPush } = await atTheDesk({}, bench);
    await desk.states(ORIGIN, ['1001']);
    expect((await firstPush()).states).toMatchObject([{ canSend: false, group: 'unsent' }]);
  });

  it('show the charge of an invoice instead of a button, after a restart too', async () => {
    const bench = createWorkbench();
    const profile = bench.browser();
    const first = await profile.worker();
    await bench.confirm(first.ports);
    await first.runner.run();
    const { ports } = await profile.worker();
    const desk = createPanelDesk({
      engine: ports,
      push: () => Promise.resolve(),
      noticed: () => undefined,
    });
    expect((await desk.states(ORIGIN, ['1001'])).states).toMatchObject([
      { group: 'open', canSend: false },
    ]);
  });

  it('carry ids and states and nothing else', async () => {
    const { desk, firstPush } = await atTheDesk();
    await desk.states(ORIGIN, ['1001']);
    const [state] = (await firstPush()).states;
    expect(Object.keys(state ?? {}).toSorted()).toEqual(['canSend', 'group', 'id', 'seenAt']);
  });

  it('say why nothing can be sent', async () => {
    const { desk, firstPush } = await atTheDesk({
      ixc: () => Promise.resolve(fail({ code: 'locked' })),
    });
    await desk.states(ORIGIN, ['1001']);
    expect((await firstPush()).problem).toBe('locked');
  });

  it('know nothing of a panel that was not authorised', async () => {
    const { desk } = await atTheDesk();
    expect(await desk.states('https://outro.example', ['1001'])).toEqual({
      states: [],
      problem: 'not-configured',
    });
  });

  it('are announced to the panels of their provider when they change', async () => {
    const { desk, pushed, bench, ports, runner } = await atTheDesk();
    await bench.confirm(ports);
    await runner.run();
    await desk.announce({ providerKey: '11222333000181', invoiceId: '1001' });
    expect(pushed.at(-1)?.states).toMatchObject([{ id: '1001', group: 'open' }]);
    const before = pushed.length;
    await desk.announce({ providerKey: 'another', invoiceId: '1001' });
    expect(pushed).toHaveLength(before);
  });

  it('are announced together when a whole page of a list changed them', async () => {
    const { desk, pushed, bench, ports, runner } = await atTheDesk();
    await bench.confirm(ports);
    await runner.run();
    const before = pushed.length;
    const ids = ['1001', '1002', '1003', '1001'];
    await Promise.all(
      ids.map((invoiceId) => desk.announce({ providerKey: '11222333000181', invoiceId })),
    );
    expect(pushed).toHaveLength(before + 1);
    expect(pushed.at(-1)?.states.map(({ id }) => id)).toEqual(['1001', '1002', '1003']);
  });
});

import { describe, expect, it } from 'vitest';
import { timeOfDay } from '../../../../../lib/billing/time-of-day.ts';
import type { ActAbout } from '../../../../../lib/engine/desk/acts/pending.ts';
import type { DrawerSnapshot } from '../../../../../lib/messages/drawer.ts';
import { openDrawerOf } from '../../drawer/open-drawer.ts';
import { sent } from '../../outbox/sent.ts';
import { letPass, ORIGIN } from '../../workbench.ts';
import { askedActs } from './asked-acts.ts';

async function openedActs(role: 'attendant' | 'finance' = 'finance') {
  const at = await askedActs(role);
  const windows: ActAbout[] = [];
  const openAct = (about: ActAbout) => {
    windows.push(about);
    return Promise.resolve();
  };
  const drawer = openDrawerOf({ engine: at.ports, runner: at.runner, openAct });
  const refusalOf = ({ desk }: DrawerSnapshot, kind: string) =>
    desk.acts?.offered.find((one) => one.kind === kind)?.refusal?.code ?? null;
  return { ...at, windows, drawer, refusalOf };
}

describe('the acts of an open drawer', () => {
  it('are offered for the charge on screen, and open a window for what may be done', async () => {
    const at = await openedActs('attendant');
    const shown = await at.drawer.until(({ desk, busy }) => desk.acts !== null && !busy);
    expect(at.refusalOf(shown, 'cancel')).toBeNull();
    expect(at.refusalOf(shown, 'refund')).toBe('needs-finance');
    await at.drawer.session.handle({ verb: 'act', kind: 'cancel', chargeId: at.charge.id });
    await at.drawer.session.handle({ verb: 'act', kind: 'refund', chargeId: at.charge.id });
    await at.drawer.session.handle({
      verb: 'act',
      kind: 'cancel',
      chargeId: 'pay_0000000000000000',
    });
    expect(at.windows).toMatchObject([
      { origin: ORIGIN, invoiceId: '1001', chargeId: at.charge.id, kind: 'cancel' },
    ]);
  });

  it('show how far the last one is, and what went back', async () => {
    const at = await openedActs();
    at.pay();
    at.bench.asaas.changeAccount('acc_sandbox', { slowRefunds: true });
    await at.drawer.session.handle({ verb: 'refresh' });
    await at.drawer.until((shown) => at.refusalOf(shown, 'refund') === null);
    await at.ask('refund', { value: 4000 });
    const queued = await at.drawer.until(({ desk }) => desk.acts?.job?.state === 'queued');
    expect(at.refusalOf(queued, 'refund')).toBe('under-way');
    await at.runner.run();
    const shown = await at.drawer.until(
      ({ desk }) => desk.acts?.job?.act?.refundStatus === 'PENDING',
    );
    expect(shown.desk.acts?.job).toMatchObject({ state: 'verified', act: { value: 4000 } });
    at.bench.asaas.settleRefunds(at.charge.id);
    await at.letPass(2);
    const done = await at.drawer.until(({ desk }) => desk.acts?.refunds?.done === 4000);
    expect(done.desk.acts?.job?.act?.refundStatus).toBe('DONE');
  });

  it('can be called off from the drawer, and settled, by their own jobs only', async () => {
    const at = await openedActs();
    await at.drawer.until(({ desk, busy }) => desk.acts !== null && !busy);
    await at.ask('cancel');
    await at.drawer.session.handle({ verb: 'cancel-act', jobId: 'f'.repeat(32) });
    expect((await at.act())?.state).toBe('queued');
    await at.drawer.session.handle({ verb: 'cancel-act', jobId: (await at.act())?.id ?? '' });
    expect((await at.act())?.state).toBe('cancelled');

    at.pay();
    at.bench.asaas.addFault({
      method: 'POST',
      path: '/v3/payments/*/refund',
      fault: { kind: 'drop-before-commit' },
    });
    await at.bench.clock.advance(1000);
    await at.drawer.session.handle({ verb: 'refresh' });
    await at.askAndRun('refund', { value: 4000 });
    await at.letPass(15);
    const watched = await at.act();
    expect(watched?.state).toBe('blocked');
    const jobId = watched?.id ?? '';
    const unreadable = { kind: 'status', status: 503 } as const;
    at.bench.asaas.addFault({ path: '/v3/payments/*/refunds', fault: unreadable });
    await at.drawer.session.handle({ verb: 'settle-act', jobId });
    // Whoever said so is told why it was not believed.
    await at.drawer.until(({ desk }) => {
      const { settled } = desk.acts ?? {};
      return settled?.jobId === jobId && settled.failure?.code === 'asaas-unavailable';
    });
    await at.drawer.session.handle({ verb: 'settle-act', jobId });
    expect((await at.act())?.state).toBe('cancelled');
  });

  it('wait for the last look at what was sent, and say when that is due', async () => {
    const { bench, ports, runner } = await sent();
    await runner.run();
    const [charge] = bench.live();
    bench.asaas.delete(charge?.id ?? '');
    const drawer = openDrawerOf({ engine: ports, runner });
    const shown = await drawer.until(
      ({ desk, charge: known }) => desk.acts !== null && known?.group === 'deleted',
    );
    const restore = shown.desk.acts?.offered.find(({ kind }) => kind === 'restore');
    const last = timeOfDay(ports.now() + 10 * 60_000);
    expect(restore?.refusal).toEqual({ code: 'sending-checked', params: { time: last } });
    await letPass(bench, [runner], 12);
    await drawer.session.handle({ verb: 'refresh' });
    await drawer.until(
      ({ desk }) => desk.acts?.offered.find(({ kind }) => kind === 'restore')?.refusal === null,
    );
  });

  it('are none of a charge that is not known to be the customer’s', async () => {
    const at = await askedActs();
    at.bench.configure((settings) => ({
      ...settings,
      panels: settings.panels.map((panel) => ({ ...panel, providerKey: null })),
    }));
    const drawer = openDrawerOf({ engine: at.ports, runner: at.runner });
    const shown = await drawer.until(({ busy }) => !busy);
    expect(shown.desk.acts).toBeNull();
  });
});

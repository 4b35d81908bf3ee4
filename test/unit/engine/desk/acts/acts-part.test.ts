import { describe, expect, it } from 'vitest';
import type { ActAbout } from '../../../../../lib/engine/desk/acts/pending.ts';
import type { DrawerSnapshot } from '../../../../../lib/messages/drawer.ts';
import { openDrawerOf } from '../../drawer/open-drawer.ts';
import { ORIGIN } from '../../workbench.ts';
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
    await at.drawer.session.handle({ verb: 'settle-act', jobId: watched?.id ?? '' });
    expect((await at.act())?.state).toBe('cancelled');
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

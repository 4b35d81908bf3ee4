import { describe, expect, it } from 'vitest';
import { rowStates } from '../../../../lib/engine/panel/row-states.ts';
import { createSync } from '../../../../lib/engine/sync/sync.ts';
import { turnsOf } from './turns.ts';
import { createWorkbench, type Workbench } from '../workbench.ts';

const MINUTE = 60_000;

async function withCharge() {
  const bench = createWorkbench();
  const { ports, runner } = await bench.browser().worker();
  await bench.confirm(ports);
  await runner.run();
  const [charge] = bench.live();
  if (!charge) throw new Error('no charge');
  const sync = createSync(ports);
  sync.noticed();
  await turnsOf(bench, sync);
  const group = async () => {
    const [panel] = bench.settings.panels;
    if (!panel) throw new Error('no panel');
    return (await rowStates(ports, panel, ['1001']))[0]?.group;
  };
  const after = async (ms: number) => {
    await bench.clock.advance(ms);
    sync.noticed();
    await turnsOf(bench, sync);
    return group();
  };
  return { bench, ports, sync, charge, group, after };
}

function lists(bench: Workbench) {
  return bench.asaas.requests({ method: 'GET', path: '/v3/payments' }).length;
}

describe('the sweeps notice', () => {
  it('a Pix that was paid, within two minutes while a panel is looked at', async () => {
    const { bench, charge, group, after } = await withCharge();
    expect(await group()).toBe('open');
    bench.asaas.pay(charge.id);
    expect(await after(2 * MINUTE)).toBe('paid');
  });

  it('a payment that is confirmed but not credited, and does not call it paid', async () => {
    const { bench, charge, after } = await withCharge();
    bench.asaas.confirm(charge.id);
    expect(await after(2 * MINUTE)).toBe('confirmed');
  });

  it('a charge that another browser made', async () => {
    const { bench, ports, after } = await withCharge();
    const payer = bench.asaas.customers()[0];
    bench.asaas.seedCharge('acc_sandbox', {
      customer: payer?.id ?? '',
      value: 5000,
      dueDate: '2026-12-01',
      externalReference: 'ixc:11222333000181:2002',
    });
    await after(11 * MINUTE);
    expect(
      await ports.ledger.charges
        .where('[providerKey+invoiceId]')
        .equals(['11222333000181', '2002'])
        .count(),
    ).toBe(1);
  });

  it('a charge that was deleted at Asaas, by asking for it once it is missing', async () => {
    const { bench, charge, after } = await withCharge();
    bench.asaas.delete(charge.id);
    expect(await after(66 * MINUTE)).toBe('deleted');
  });

  it('an edited value and date', async () => {
    const { bench, ports, charge, after } = await withCharge();
    bench.asaas.edit(charge.id, { value: 12_345, dueDate: '2026-12-24' });
    await after(66 * MINUTE);
    expect(await ports.ledger.charges.get(charge.id)).toMatchObject({
      value: 12_345,
      dueDate: '2026-12-24',
    });
  });
});

describe('the sweeps', () => {
  it('never store a charge that is not ours', async () => {
    const { bench, ports, after } = await withCharge();
    bench.asaas.strayPix('acc_sandbox', 7777);
    await after(2 * MINUTE);
    expect(await ports.ledger.charges.count()).toBe(1);
  });

  it('read no list again before it is due', async () => {
    const { bench, after } = await withCharge();
    const before = lists(bench);
    await after(30_000);
    expect(lists(bench)).toBe(before);
  });

  it('show an unknown status as unknown, never as paid', async () => {
    const { bench, charge, after } = await withCharge();
    bench.asaas.edit(charge.id, { status: 'SOMETHING_NEW' });
    expect(await after(66 * MINUTE)).toBe('unknown');
  });
});

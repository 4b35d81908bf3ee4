import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../../lib/engine/audit/chain.ts';
import { groupShown, onlyCharge } from '../readings.ts';
import { createWorkbench, letPass } from '../workbench.ts';
import { openDrawerOf } from './open-drawer.ts';

const EMPTY = '{"object":"list","hasMore":false,"totalCount":0,"limit":100,"offset":0,"data":[]}';

/** An invoice whose charge Asaas finds neither in its lists nor by its id. `was` happens to it before. */
async function lost(was: 'open' | 'confirmed' = 'open') {
  const bench = createWorkbench();
  const { ports, runner } = await bench.browser().worker();
  await bench.confirm(ports);
  await runner.run();
  await letPass(bench, [runner], 12);
  const { id } = onlyCharge(bench);
  if (was === 'confirmed') bench.asaas.confirm(id);
  const drawer = openDrawerOf({ engine: ports, runner });
  await drawer.ready();
  const list = { kind: 'status', status: 200, body: EMPTY } as const;
  const gone = { kind: 'status', status: 404 } as const;
  bench.asaas.addFault({ method: 'GET', path: '/v3/payments', times: 0, fault: list });
  bench.asaas.addFault({ method: 'GET', path: '/v3/payments/*', times: 0, fault: gone });
  await drawer.session.handle({ verb: 'refresh' });
  const blocked = await drawer.until(({ plan, busy }) => plan?.kind === 'blocked' && !busy);
  const settle = () => drawer.session.handle({ verb: 'settle-missing', chargeId: id });
  const row = () => ports.ledger.charges.get(id);
  return { bench, ports, runner, drawer, id, blocked, settle, row };
}

describe('a charge that Asaas no longer finds', () => {
  it('stops standing in the way once a person said that it is not at Asaas, audited', async () => {
    const { bench, ports, drawer, id, blocked, settle, row } = await lost();
    expect(blocked.plan).toMatchObject({
      reasons: [{ code: 'charge-not-found', params: { charge: id } }],
    });
    expect(await groupShown(bench, ports)).toBe('unknown');
    await settle();
    await drawer.until(({ plan, busy }) => plan?.kind === 'new' && !busy);
    expect(await row()).toMatchObject({ deleted: true });
    expect(await groupShown(bench, ports)).toBe('deleted');
    const audit = await ports.ledger.audit.toArray();
    expect(audit.at(-1)).toMatchObject({
      action: 'charge.missing-settled',
      ids: { accountId: 'sandbox:11222333000181', invoiceId: '1001' },
      detail: { charge: id, cents: 9990 },
    });
    expect(verifyChain(audit)).toEqual({ ok: true });
  });

  it('is shown instead when it is there after all', async () => {
    const { bench, ports, drawer, settle, row } = await lost();
    bench.asaas.clearFaults();
    await settle();
    await drawer.until(({ plan, charge }) => plan?.kind === 'reuse' && charge?.group === 'open');
    expect(await row()).toMatchObject({ deleted: false, status: 'PENDING' });
    const actions = (await ports.ledger.audit.toArray()).map(({ action }) => action);
    expect(actions).not.toContain('charge.missing-settled');
  });

  it('stands in the way again as soon as Asaas finds it again', async () => {
    const { bench, drawer, settle } = await lost();
    await settle();
    await drawer.until(({ plan }) => plan?.kind === 'new');
    bench.asaas.clearFaults();
    await drawer.session.handle({ verb: 'refresh' });
    await drawer.until(({ plan, busy }) => plan?.kind === 'reuse' && !busy);
  });

  it('also when it is back by its id, and lists do not show it yet', async () => {
    const { bench, drawer, settle } = await lost();
    await settle();
    await drawer.until(({ plan }) => plan?.kind === 'new');
    bench.asaas.clearFaults();
    const list = { kind: 'status', status: 200, body: EMPTY } as const;
    bench.asaas.addFault({ method: 'GET', path: '/v3/payments', times: 0, fault: list });
    await drawer.session.handle({ verb: 'refresh' });
    await drawer.until(({ plan, busy }) => plan?.kind === 'reuse' && !busy);
  });

  it('is not let go while Asaas cannot be read', async () => {
    const { bench, drawer, settle, row } = await lost();
    bench.asaas.clearFaults();
    const trouble = { kind: 'status', status: 503 } as const;
    bench.asaas.addFault({ method: 'GET', path: '/v3/payments', fault: trouble });
    await settle();
    await drawer.until(({ failure }) => failure?.code === 'asaas-unavailable');
    expect(await row()).toMatchObject({ deleted: false });
  });

  it('that a card or money was seen on is not for anybody to wave away', async () => {
    const { drawer, blocked, settle, row } = await lost('confirmed');
    expect(blocked.plan).toMatchObject({ reasons: [{ code: 'charge-unknown-status' }] });
    await settle();
    await drawer.until(({ plan, busy }) => plan?.kind === 'blocked' && !busy);
    expect(await row()).toMatchObject({ deleted: false, status: 'NOT_FOUND_ONCE_PAID' });
  });

  it('can be settled only in the drawer that asks about it', async () => {
    const { bench, ports, runner, id, row } = await lost();
    bench.ixc.invoice = { ...bench.ixc.invoice, id: '2002' };
    const another = openDrawerOf({ engine: ports, runner }, '2002');
    await another.ready();
    await another.session.handle({ verb: 'settle-missing', chargeId: id });
    await another.until(({ busy }) => !busy);
    expect(await row()).toMatchObject({ deleted: false, status: 'NOT_FOUND' });
  });
});

import { describe, expect, it } from 'vitest';
import type { DrawerSnapshot } from '../../../../../lib/messages/drawer.ts';
import { openDrawerOf } from '../../drawer/open-drawer.ts';
import { chargedAtCounter } from '../../outbox/counter-work.ts';
import { ORIGIN } from '../../workbench.ts';

async function drawerOfCharged(user: string | null = '12') {
  const at = await chargedAtCounter();
  const opened: string[] = [];
  const drawer = openDrawerOf({
    engine: at.ports,
    runner: at.runner,
    operator: () =>
      Promise.resolve(user === null ? null : { id: user, name: 'Fulana Exemplo de Tal' }),
    openInvoice: (id) => {
      opened.push(id);
      return Promise.resolve();
    },
  });
  await drawer.until(({ charge, busy }) => charge !== null && !busy);
  return { ...at, ...drawer, opened };
}

const kinds = ({ desk }: DrawerSnapshot) => desk.details?.timeline.map(({ fact }) => fact.kind);

describe('the details of a charge', () => {
  it('are read only once somebody opens them', async () => {
    const { session, until, bench, charge } = await drawerOfCharged();
    const told = () =>
      bench.asaas
        .requests({ method: 'GET' })
        .filter(({ path }) => path === `/v3/payments/${charge.id}`);
    const before = told().length;
    const closed = await until(({ busy }) => !busy);
    expect(closed.desk.details).toBeNull();
    await session.handle({ verb: 'details' });
    const open = await until(({ desk }) => desk.details?.viewed != null);
    expect(told().length).toBe(before + 1);
    expect(open.desk.details).toMatchObject({ failure: null, viewed: { at: null } });
    expect(kinds(open)).toEqual(expect.arrayContaining(['due', 'created', 'job']));
    session.close();
  });

  it('tell what a payment brings, and that its credit is there only once it is', async () => {
    const { session, until, bench, charge } = await drawerOfCharged();
    bench.asaas.pay(charge.id);
    await session.handle({ verb: 'refresh' });
    await session.handle({ verb: 'details' });
    const { desk } = await until(({ desk: { details } }) => details?.money?.expected === false);
    const { money, timeline } = desk.details ?? {};
    expect((money?.net ?? 0) + (money?.fee ?? 0)).toBe(money?.value);
    expect(timeline?.some(({ fact }) => fact.kind === 'paid')).toBe(true);
    session.close();
  });

  it('show what this browser knows when Asaas cannot be asked', async () => {
    const { session, until, bench, charge } = await drawerOfCharged();
    bench.asaas.addFault({
      method: 'GET',
      path: `/v3/payments/${charge.id}`,
      times: 0,
      fault: { kind: 'status', status: 503 },
    });
    await session.handle({ verb: 'details' });
    const { desk } = await until(({ desk: { details } }) => details?.failure != null);
    expect(desk.details?.timeline.length).toBeGreaterThan(1);
    expect(desk.details?.audit.length).toBeGreaterThan(1);
    session.close();
  });

  it('list the other invoices of the customer, and open no invoice that is not listed', async () => {
    const { session, until, ports, opened } = await drawerOfCharged();
    const own = await ports.ledger.invoices.get([ORIGIN, '1001']);
    if (!own) throw new Error('no invoice');
    await ports.ledger.invoices.put({ ...own, id: '1002' });
    await ports.ledger.invoices.put({ ...own, id: '1003', customerId: '99999' });
    await session.handle({ verb: 'details' });
    await until(({ desk }) => desk.details !== null);
    await session.handle({ verb: 'open-invoice', id: '1003' });
    expect(opened).toEqual([]);
    session.close();
  });
});

describe('the operator', () => {
  it('stands in the drawer by name, and in what is written down by number alone', async () => {
    const { session, until, ports, charge } = await drawerOfCharged();
    const { operator } = await until((snapshot) => snapshot.operator != null);
    expect(operator).toEqual({ id: '12', name: 'Fulana Exemplo de Tal' });
    await session.handle({ verb: 'act', kind: 'cancel', chargeId: charge.id });
    const stored = JSON.stringify([
      await ports.ledger.jobs.toArray(),
      await ports.ledger.audit.toArray(),
    ]);
    expect(stored).not.toContain('Fulana');
    session.close();
  });
});

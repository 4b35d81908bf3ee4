import { describe, expect, it } from 'vitest';
import { sweepRetention } from '../../../../lib/engine/data/retention.ts';
import { enqueueCreate } from '../../../../lib/engine/outbox/enqueue.ts';
import { cancel } from '../../../../lib/engine/outbox/store.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { keepConfirmedKey } from '../../../../lib/ledger/provider-keys.ts';
import { putCharges } from '../../../../lib/ledger/put-charges.ts';
import { invoice } from '../../../fixtures/invoice.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { account, ORIGIN, settings } from '../../../fixtures/settings.ts';
import { reading } from '../../ledger/charge-rows.ts';
import { barePorts } from '../engine-ports.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2028-01-10T12:00:00Z');
const LONG_AGO = NOW - 400 * DAY;

async function house(overrides: Partial<EnginePorts> = {}) {
  return barePorts({ now: () => NOW, readSettings: () => Promise.resolve(settings), ...overrides });
}

const HAPPENING = {
  accountId: account.id,
  providerKey: KEY,
  invoiceId: '4711',
  chargeId: 'pay_1',
  value: invoice.value,
  from: null,
  to: 'open' as const,
};

const CODES = { pix: null, linhaDigitavel: '0', dueDate: '', value: 0, fetchedAt: 0 };

async function job(ports: EnginePorts, invoiceId: string, end: boolean, at: number) {
  const then = { ...ports, now: () => at };
  const asked = { account, origin: ORIGIN, providerKey: KEY, invoiceId };
  const { id } = await enqueueCreate(then, { ...asked, confirmation: 'vista', choices: {} });
  if (end) await cancel(then, id);
  return id;
}

describe('retention', () => {
  it('forgets what happened more than 90 days ago', async () => {
    const ports = await house();
    await ports.ledger.happenings.bulkAdd([
      { ...HAPPENING, at: NOW - 91 * DAY },
      { ...HAPPENING, at: NOW - 89 * DAY },
    ]);
    await sweepRetention(ports);
    expect(await ports.ledger.happenings.toArray()).toMatchObject([{ at: NOW - 89 * DAY }]);
  });

  it('drops the codes of charges that can no longer be paid, and keeps the others', async () => {
    const ports = await house();
    const rows = [
      reading({ id: 'pay_open' }),
      reading({ id: 'pay_paid', status: 'RECEIVED', paymentDate: reading().dueDate }),
    ];
    await putCharges(ports.ledger, rows, NOW);
    const ids = ['pay_open', 'pay_paid', 'pay_gone'];
    await ports.ledger.codes.bulkAdd(ids.map((chargeId) => ({ ...CODES, chargeId })));
    await sweepRetention(ports);
    expect(await ports.ledger.codes.toCollection().primaryKeys()).toEqual(['pay_open']);
  });

  it('drops jobs that ended 13 months ago, never one that is under way, and no line of the audit', async () => {
    const ports = await house();
    await keepConfirmedKey(ports.ledger, ORIGIN, KEY);
    await job(ports, '1', true, LONG_AGO);
    const standing = await job(ports, '2', false, LONG_AGO);
    const recent = await job(ports, '3', true, NOW - 300 * DAY);
    const lines = await ports.ledger.audit.count();
    await sweepRetention(ports);
    const left = await ports.ledger.jobs.toCollection().primaryKeys();
    expect(left.toSorted()).toEqual([standing, recent].toSorted());
    expect(await ports.ledger.audit.count()).toBe(lines);
  });

  it('keeps the jobs that alone tell under which key a panel was charged', async () => {
    const ports = await house();
    const id = await job(ports, '1', true, LONG_AGO);
    await sweepRetention(ports);
    expect(await ports.ledger.jobs.get(id)).toBeDefined();
  });

  it('drops invoices that nobody read for 13 months, unless they have a charge', async () => {
    const ports = await house();
    await putCharges(ports.ledger, [reading({ invoiceId: '1' })], NOW);
    const row = (id: string, readAt: number) => ({ ...invoice, id, origin: ORIGIN, readAt });
    await ports.ledger.invoices.bulkAdd([row('1', LONG_AGO), row('2', LONG_AGO), row('3', NOW)]);
    await sweepRetention(ports);
    expect((await ports.ledger.invoices.toArray()).map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('works through a great heap in small pieces, going on after the worker died', async () => {
    const ports = await house();
    const at = NOW - 91 * DAY;
    await ports.ledger.happenings.bulkAdd(
      Array.from({ length: 2300 }, () => ({ ...HAPPENING, at })),
    );
    await sweepRetention(ports);
    expect(await ports.ledger.happenings.count()).toBe(1300);
    const nextLife = { ...ports, owner: 'worker-2' };
    await sweepRetention(nextLife);
    await sweepRetention(nextLife);
    expect(await ports.ledger.happenings.count()).toBe(0);
  });

  it('passes once a day', async () => {
    let now = NOW;
    const ports = await house({ now: () => now });
    for (let call = 0; call < 3; call += 1) await sweepRetention(ports);
    await ports.ledger.happenings.add({ ...HAPPENING, at: NOW - 91 * DAY });
    await sweepRetention(ports);
    expect(await ports.ledger.happenings.count()).toBe(1);
    now += DAY;
    await sweepRetention(ports);
    expect(await ports.ledger.happenings.count()).toBe(0);
  });
});

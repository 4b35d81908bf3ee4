import { describe, expect, it, vi } from 'vitest';
import { verifyChain } from '../../../../lib/engine/audit/chain.ts';
import { eraseSubject } from '../../../../lib/engine/data/erase-subject.ts';
import { erasureOf } from '../../../../lib/engine/data/erasure.ts';
import { exportSubject, findSubject } from '../../../../lib/engine/data/subject.ts';
import { enqueueCreate } from '../../../../lib/engine/outbox/enqueue.ts';
import { enqueuePayer } from '../../../../lib/engine/outbox/payer/payer-queue.ts';
import { entriesOf } from '../../../../lib/ledger/audit-chains.ts';
import { chargeReference } from '../../../../lib/billing/reference.ts';
import { keepConfirmedKey } from '../../../../lib/ledger/provider-keys.ts';
import { putCharges } from '../../../../lib/ledger/put-charges.ts';
import type { ChargeRow } from '../../../../lib/ledger/rows.ts';
import { invoice } from '../../../fixtures/invoice.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { account, ORIGIN, settings } from '../../../fixtures/settings.ts';
import { NOW, reading, TODAY } from '../../ledger/charge-rows.ts';
import { barePorts } from '../engine-ports.ts';

const SUBJECT = { origin: ORIGIN, customerId: '77' };
const PAID = { status: 'RECEIVED', paymentDate: TODAY };

/** Two customers: 77 with a paid, an open and a forgotten charge, 88 with a paid one. */
async function ledgerOfTwo() {
  const ports = await barePorts({
    now: () => NOW,
    readSettings: () => Promise.resolve(settings),
  });
  const { ledger } = ports;
  await keepConfirmedKey(ledger, ORIGIN, KEY);
  const read = (id: string, customerId: string) => ({
    ...invoice,
    id,
    customerId,
    origin: ORIGIN,
    readAt: NOW,
  });
  await ledger.invoices.bulkAdd([read('1', '77'), read('2', '77'), read('8', '88')]);
  const charge = (id: string, payerId: string, change: Partial<ChargeRow> = {}) =>
    reading({
      id: `pay_${id}`,
      payerId,
      invoiceId: id,
      reference: chargeReference(KEY, id),
      createdOn: TODAY,
      ...change,
    });
  await putCharges(
    ledger,
    [
      charge('1', 'cus_77', PAID),
      charge('2', 'cus_77'),
      charge('3', 'cus_77', PAID),
      charge('8', 'cus_88', PAID),
    ],
    NOW,
  );
  const codes = { pix: null, linhaDigitavel: '0', dueDate: '', value: 0, fetchedAt: 0 };
  await ledger.codes.bulkAdd(['1', '2', '8'].map((id) => ({ ...codes, chargeId: `pay_${id}` })));
  const send = (invoiceId: string) =>
    enqueueCreate(ports, {
      account,
      origin: ORIGIN,
      providerKey: KEY,
      invoiceId,
      confirmation: 'vista',
      choices: {},
    });
  return { ports, ledger, send };
}

const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe('one customer', () => {
  it('is handed out all that is held about them, and nothing of anybody else', async () => {
    const { ports, send } = await ledgerOfTwo();
    await send('1');
    await send('8');
    const text = await exportSubject(ports, SUBJECT);
    const all = JSON.parse(text) as Record<string, { id: string }[]>;
    expect(ids(all['invoices'] ?? [])).toEqual(['1', '2']);
    expect(ids(all['charges'] ?? [])).toEqual(['pay_1', 'pay_2', 'pay_3']);
    expect(all['codes']).toHaveLength(2);
    expect(all['happenings']).toHaveLength(3);
    expect(all['jobs']).toHaveLength(1);
    expect(all['audit']).toHaveLength(1);
    expect(text).not.toMatch(/pay_8|cus_88/);
  });

  it('is erased but for what may still be paid, and the audit stays whole', async () => {
    const { ports, ledger, send } = await ledgerOfTwo();
    const { id } = await send('1');
    const { activeKey: _over, ...ended } = (await ledger.jobs.get(id)) ?? { activeKey: '' };
    await ledger.jobs.put({ ...(ended as Awaited<ReturnType<typeof send>>), state: 'cancelled' });
    expect(await eraseSubject(ports, SUBJECT)).toEqual({ ok: true, value: null });
    expect(ids(await ledger.charges.toArray())).toEqual(['pay_2', 'pay_8']);
    expect(ids(await ledger.invoices.toArray())).toEqual(['2', '8']);
    expect(await ledger.codes.toCollection().primaryKeys()).toEqual(['pay_2', 'pay_8']);
    expect((await ledger.happenings.toArray()).map(({ chargeId }) => chargeId)).toEqual([
      'pay_2',
      'pay_8',
    ]);
    expect(await ledger.jobs.count()).toBe(0);
    expect(verifyChain(await entriesOf(ledger, ports.installationId))).toEqual({ ok: true });
    expect(await ledger.audit.count()).toBe(1);
  });

  it('is no news when a sweep brings an erased charge back, until days have passed', async () => {
    const { ports, ledger } = await ledgerOfTwo();
    const [paid] = await ledger.charges.bulkGet(['pay_1']);
    if (!paid) throw new Error('not charged');
    const told = async () => (await ledger.happenings.toArray()).map(({ chargeId }) => chargeId);
    await eraseSubject(ports, SUBJECT);
    const before = await told();
    await putCharges(ledger, [{ ...paid, seenAt: NOW + 1 }], NOW + 1);
    expect(await ledger.charges.get('pay_1')).toBeDefined();
    expect(await told()).toEqual(before);
    // What happens to it from then on is.
    const refunded = { ...paid, status: 'REFUNDED', seenAt: NOW + 2 };
    await putCharges(ledger, [refunded], NOW + 2);
    expect(await told()).toEqual([...before, 'pay_1']);
  });

  it('leaves summaries as a scan of what is left would have them', async () => {
    const { ports, ledger } = await ledgerOfTwo();
    await eraseSubject(ports, SUBJECT);
    const left = await ledger.aggregates.toArray();
    expect(left.map(({ bucket, count }) => [bucket, count])).toEqual([
      ['open', 1],
      ['received', 1],
    ]);
  });

  it('is told before what would go, what has to stay, and what is still under way', async () => {
    const { ports, send } = await ledgerOfTwo();
    const told = async () => erasureOf(await findSubject(ports, SUBJECT));
    expect(await told()).toEqual({
      charges: ['pay_1', 'pay_3'],
      invoices: ['1'],
      jobs: 0,
      keptCharges: ['pay_2'],
      keptInvoices: ['2'],
      busy: null,
    });
    await send('3');
    expect(await told()).toMatchObject({ jobs: 1, busy: '3' });
  });

  it('is not erased while something of theirs is under way', async () => {
    const { ports, ledger, send } = await ledgerOfTwo();
    await send('3');
    expect(await eraseSubject(ports, SUBJECT)).toEqual({
      ok: false,
      error: { code: 'subject-busy', params: { invoice: '3' } },
    });
    expect(await ledger.charges.count()).toBe(4);
    expect(await ledger.invoices.count()).toBe(3);
  });

  it('is not erased while something of theirs was confirmed in the very moment before', async () => {
    const { ports, ledger, send } = await ledgerOfTwo();
    const begin = ledger.transaction.bind(ledger) as (...all: unknown[]) => Promise<unknown>;
    const beginning = vi.spyOn(ledger, 'transaction');
    const late = async (...all: unknown[]) => {
      beginning.mockRestore();
      await send('1');
      return begin(...all);
    };
    beginning.mockImplementation(late as never);
    expect(await eraseSubject(ports, SUBJECT)).toEqual({
      ok: false,
      error: { code: 'subject-busy', params: { invoice: '1' } },
    });
    expect(await ledger.charges.count()).toBe(4);
  });

  it('goes with an update of their record that nothing else here is about', async () => {
    const { ports, ledger } = await ledgerOfTwo();
    const wanted = { accountId: account.id, environment: 'sandbox', origin: ORIGIN } as const;
    const update = { ...wanted, providerKey: KEY, fields: [], seen: {}, override: null } as const;
    const of = (customerId: string, invoiceId: string) =>
      enqueuePayer(ports, { ...update, payerId: `cus_x${customerId}`, customerId, invoiceId });
    const job = await of('77', '5');
    await of('88', '6');
    expect(await eraseSubject(ports, SUBJECT)).toMatchObject({
      error: { code: 'subject-busy', params: { invoice: '5' } },
    });
    const { activeKey: _over, ...rest } = job;
    await ledger.jobs.put({ ...rest, state: 'done' });
    expect(await exportSubject(ports, SUBJECT)).toContain(job.id);
    expect(await eraseSubject(ports, SUBJECT)).toMatchObject({ ok: true });
    const left = await ledger.jobs.toArray();
    expect(left.map(({ invoiceId }) => invoiceId)).toEqual(['6']);
  });
});

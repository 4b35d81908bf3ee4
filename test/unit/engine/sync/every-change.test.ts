import { describe, expect, it } from 'vitest';
import { CHANGES } from '../../../../lib/engine/sync/changes.ts';
import { SWEEPS } from '../../../../lib/engine/sync/sweeps.ts';
import type { CounterJobRow } from '../../../../lib/ledger/rows.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { ORIGIN } from '../../../fixtures/settings.ts';
import { newCharge } from '../../asaas/try-client.ts';
import { DAY, twoSides } from './two-sides.ts';

import {
  type World,
  type Scenario,
  edit,
  pay,
  statusOf,
  post,
  inCash,
  OPEN,
  receivedOnBothSides,
} from './scenario.ts';

const SCENARIOS: Readonly<Record<keyof typeof CHANGES, Scenario>> = {
  'paid by Pix': { change: pay, row: { status: 'RECEIVED' } },
  'a boleto or card credited': {
    made: { billingType: 'BOLETO' },
    before: pay,
    change: ({ sides, charge }) => sides.asaas.credit(charge.id),
    row: { status: 'RECEIVED' },
  },
  'received in cash at Asaas': {
    change: inCash('2026-11-10'),
    row: { status: 'RECEIVED_IN_CASH' },
  },
  'paid long ago by its date': {
    change: inCash('2026-11-05'),
    row: { status: 'RECEIVED_IN_CASH', paymentDate: '2026-11-05' },
  },
  'paid and not credited yet': {
    change: ({ sides, charge }) => sides.asaas.confirm(charge.id),
    row: { status: 'CONFIRMED' },
  },
  'created by another browser': {
    change: ({ sides }) => sides.seed({ invoiceId: '777', createdAt: sides.clock.now() }),
    newInvoice: '777',
  },
  'committed late': {
    change: async ({ sides, browser, charge }) => {
      const fault = { kind: 'late-commit', seconds: 90 } as const;
      sides.asaas.addFault({ method: 'POST', path: '/v3/payments', fault });
      await browser.client.createCharge({
        ...newCharge(charge.customer),
        reference: `ixc:${KEY}:778`,
      });
      await sides.clock.advance(91_000);
    },
    newInvoice: '778',
  },
  'edited, of today or yesterday': {
    made: { createdAt: Date.parse('2026-11-09T12:00:00Z') },
    change: ({ sides, charge }) => sides.asaas.edit(charge.id, { value: 12_345 }),
    row: { value: 12_345 },
  },
  'deleted, of today or yesterday': {
    made: { createdAt: Date.parse('2026-11-10T12:00:00Z') },
    change: ({ sides, charge }) => sides.asaas.delete(charge.id),
    row: { deleted: true },
  },
  'edited value or date': {
    change: ({ sides, charge }) => sides.asaas.edit(charge.id, { dueDate: '2026-12-24' }),
    row: { dueDate: '2026-12-24' },
  },
  overdue: {
    change: ({ sides, charge }) => sides.asaas.overdue(charge.id),
    row: { status: 'OVERDUE' },
  },
  deleted: { change: ({ sides, charge }) => sides.asaas.delete(charge.id), row: { deleted: true } },
  restored: {
    before: async ({ sides, browser, charge }) => {
      sides.asaas.delete(charge.id);
      await browser.only('open');
    },
    change: ({ sides, charge }) => sides.asaas.restore(charge.id),
    row: { deleted: false },
  },
  'opened by the payer': {
    change: ({ sides, charge }) => sides.asaas.view(charge.id),
    row: { viewed: true },
  },
  'its receipt in cash undone': {
    before: inCash('2026-11-10'),
    change: (world) => post(world, 'undoReceivedInCash'),
    row: { status: 'PENDING', paymentDate: null },
  },
  'its reference cleared': {
    change: ({ sides, charge }) => sides.asaas.edit(charge.id, { externalReference: null }),
    row: { reference: null, providerKey: KEY },
    alert: { kind: 'reference-cleared' },
  },
  'under risk analysis': statusOf('AWAITING_RISK_ANALYSIS'),
  'authorised on a card': statusOf('AUTHORIZED'),
  'its refund asked for': {
    ...statusOf('REFUND_REQUESTED'),
    before: pay,
    alert: { kind: 'reversed' },
  },
  refunded: {
    before: pay,
    change: ({ sides, charge }) => sides.asaas.refund(charge.id),
    row: { status: 'REFUNDED' },
    alert: { kind: 'reversed', detail: { status: 'REFUNDED', cents: 9_990 } },
  },
  'its refund refused': {
    before: async (world) => {
      pay(world);
      edit('REFUND_IN_PROGRESS')(world);
      await world.browser.only('states');
    },
    change: edit('RECEIVED'),
    row: { status: 'RECEIVED' },
  },
  'charged back': {
    before: pay,
    change: ({ sides, charge }) => sides.asaas.chargeback(charge.id),
    row: { status: 'CHARGEBACK_REQUESTED' },
    alert: { kind: 'reversed' },
  },
  'its chargeback disputed': {
    before: (world) => {
      pay(world);
      world.sides.asaas.chargeback(world.charge.id);
    },
    change: ({ sides, charge }) => sides.asaas.chargeback(charge.id, 'disputed'),
    row: { status: 'CHARGEBACK_DISPUTE' },
  },
  'its chargeback won': {
    before: pay,
    change: ({ sides, charge }) => sides.asaas.chargeback(charge.id, 'won'),
    row: { status: 'AWAITING_CHARGEBACK_REVERSAL' },
  },
  'its chargeback over': {
    before: async (world) => {
      pay(world);
      world.sides.asaas.chargeback(world.charge.id, 'won');
      await world.browser.only('states');
    },
    change: ({ sides, charge }) => sides.asaas.chargeback(charge.id, 'reversed'),
    row: { status: 'RECEIVED' },
  },
  'sent to a credit bureau': statusOf('DUNNING_REQUESTED'),
  'recovered by a credit bureau': statusOf('DUNNING_RECEIVED'),
  'refunded in part': {
    before: pay,
    change: ({ sides, charge }) => sides.asaas.refund(charge.id, { value: 1_000 }),
    row: { status: 'RECEIVED' },
    alert: { kind: 'reversed', detail: { movement: 'PAYMENT_REVERSAL', cents: 1_000 } },
  },
  'charged back long after': {
    before: pay,
    change: async ({ sides, charge }) => {
      await sides.clock.advance(60 * DAY);
      sides.asaas.chargeback(charge.id);
    },
    row: { status: 'CHARGEBACK_REQUESTED' },
    alert: { kind: 'reversed' },
  },
  'anything older that no other list shows': {
    change: ({ sides }) => {
      const { id } = sides.seed({ invoiceId: '779', createdAt: sides.clock.now() - 60 * DAY });
      sides.asaas.edit(id, { status: 'RECEIVED' });
    },
    newInvoice: '779',
  },
  'received at the counter': {
    change: ({ sides, invoiceId }) => sides.ixc.receive(invoiceId),
    step: { kind: 'close', value: 9_990, paidOn: '2026-11-10' },
  },
  'partly received at the counter': {
    change: ({ sides, invoiceId }) => sides.ixc.receive(invoiceId, 4_000),
    step: { kind: 'lower', to: 5_990 },
  },
  'cancelled in IXC': {
    change: ({ sides, invoiceId }) => sides.ixc.cancel(invoiceId),
    step: { kind: 'cancel', because: 'cancelled' },
  },
  'renegotiated in IXC': {
    change: ({ sides, invoiceId }) => sides.ixc.renegotiate([invoiceId], '2026-12-10'),
    step: { kind: 'cancel', because: 'renegotiated' },
  },
  'partly received, and nobody knows since when': {
    made: { createdAt: Date.parse('2026-11-10T12:00:00Z') },
    before: async ({ sides, browser, charge }) => {
      sides.asaas.edit(charge.id, { value: 10_240 });
      await browser.only('recent');
    },
    change: ({ sides, invoiceId }) => sides.ixc.receive(invoiceId, 4_000),
    alert: { kind: 'counter-differs', detail: { why: 'partial', open: 5_990, cents: 10_240 } },
  },
  'its receipt at the counter undone, and cancelled': {
    before: receivedOnBothSides,
    change: ({ sides, invoiceId }) => {
      sides.ixc.editInvoice(invoiceId, { ...OPEN, status: 'C', valor_aberto: '0.00' });
    },
    alert: { kind: 'counter-differs', detail: { why: 'cancelled-in-cash' } },
  },
  'its part received at the counter undone': {
    before: async ({ sides, browser, charge, invoiceId }) => {
      sides.asaas.edit(charge.id, { value: 5_990 });
      await browser.only('open');
      sides.ixc.receive(invoiceId, 4_000);
      await browser.counter();
    },
    change: ({ sides, invoiceId }) => sides.ixc.editInvoice(invoiceId, OPEN),
    alert: { kind: 'counter-differs', detail: { why: 'asks-less', open: 9_990, cents: 5_990 } },
  },
  'its cancellation in IXC undone': {
    before: async ({ sides, browser, charge, invoiceId }) => {
      sides.ixc.cancel(invoiceId);
      await sides.clock.advance(60_000);
      sides.asaas.delete(charge.id);
      await browser.only('open');
      const of = { providerKey: KEY, invoiceId, origin: ORIGIN, targetId: charge.id };
      const step = { kind: 'cancel', because: 'cancelled' };
      const job = { kind: 'counter', id: 'f'.repeat(32), state: 'done', createdAt: 1, ...of, step };
      await browser.ledger.jobs.add(job as unknown as CounterJobRow);
    },
    change: ({ sides, invoiceId }) => sides.ixc.editInvoice(invoiceId, OPEN),
    alert: { kind: 'counter-differs', detail: { why: 'deleted', open: 9_990 } },
  },
  'its receipt at the counter undone': {
    before: receivedOnBothSides,
    change: ({ sides, invoiceId }) => sides.ixc.editInvoice(invoiceId, OPEN),
    alert: { kind: 'counter-differs', detail: { why: 'reopened', open: 9_990 } },
  },
};

async function playUntilChanged({ made, before, change }: Scenario): Promise<World> {
  const sides = twoSides();
  const browser = await sides.browser();
  const { charge, invoiceId } = sides.charged(made);
  const world = { sides, browser, charge, invoiceId };
  await browser.settle();
  await browser.counter();
  await before?.(world);
  if (before) {
    await browser.only('paid');
    await browser.only('confirmed');
  }
  await sides.clock.advance(60_000);
  await change(world);
  await sides.clock.advance(60_000);
  return world;
}

describe('a change is noticed by its sweep', () => {
  it.each(Object.entries(SCENARIOS))('%s', async (name, scenario) => {
    const { browser, charge } = await playUntilChanged(scenario);
    const by = CHANGES[name as keyof typeof CHANGES];
    if (by === 'counter') await browser.counter();
    else await browser.only(by);
    if (scenario.row) expect(await browser.row(charge.id)).toMatchObject(scenario.row);
    if (scenario.alert) expect(await browser.alerts()).toMatchObject([scenario.alert]);
    if (scenario.step)
      expect(browser.steps).toEqual([{ targetId: charge.id, step: scenario.step }]);
    else expect(browser.steps).toEqual([]);
    if (scenario.newInvoice !== undefined) {
      const pair = [KEY, scenario.newInvoice];
      const found = browser.ledger.charges.where('[providerKey+invoiceId]').equals(pair);
      expect(await found.count()).toBe(1);
    }
  });

  it('that exists, and no sweep is there for nothing', () => {
    const names: readonly string[] = [...SWEEPS.map(({ name }) => name), 'counter'];
    for (const by of Object.values(CHANGES)) expect(names).toContain(by);
    expect(new Set(Object.values(CHANGES)).size).toBe(names.length);
  });
});

import { describe, expect, it } from 'vitest';
import { ok } from '../../../../../lib/billing/result.ts';
import { settleAct } from '../../../../../lib/engine/outbox/desk/settle-act.ts';
import { createRunner } from '../../../../../lib/engine/outbox/runner.ts';
import { askedActs } from './asked-acts.ts';

const PART = 4000;
const DAY = 24;

/** A part of a payment that goes back, and that Asaas takes its time over. */
async function slowRefund() {
  const at = await askedActs();
  at.pay();
  at.bench.asaas.changeAccount('acc_sandbox', { slowRefunds: true });
  await at.askAndRun('refund', { value: PART });
  return {
    ...at,
    hours: async (hours: number) => {
      for (let hour = 0; hour < hours; hour += 1) {
        await at.bench.clock.advance(60 * 60_000);
        await at.runner.run();
      }
    },
  };
}

describe('a refund that Asaas lists and has not carried out', () => {
  it('is called done neither by the job nor by the audit, however long it takes', async () => {
    const at = await slowRefund();
    await at.hours(3 * DAY);
    expect(await at.act()).toMatchObject({ state: 'verified', refundStatus: 'PENDING' });
    expect(await at.audit()).not.toContain('charge.refunded');
    at.bench.asaas.settleRefunds(at.charge.id);
    await at.hours(13);
    expect(await at.act()).toMatchObject({ state: 'done', refundStatus: 'DONE' });
    expect((await at.audit()).filter((action) => action === 'charge.refunded')).toHaveLength(1);
  });

  it('is told when Asaas calls it off days later', async () => {
    const at = await slowRefund();
    await at.hours(2 * DAY);
    at.bench.asaas.settleRefunds(at.charge.id, 'CANCELLED');
    await at.hours(13);
    expect(await at.act()).toMatchObject({
      state: 'blocked',
      failure: { code: 'refund-called-off' },
    });
  });

  it('keeps another one away for a day, and then counts as spoken for', async () => {
    const at = await slowRefund();
    const early = await at.ask('refund', { value: PART });
    expect(early.read).toMatchObject({ value: { refusal: { code: 'under-way' } } });
    await at.hours(DAY);
    const { read, confirmed } = await at.askAndRun('refund', { value: 1000 });
    expect(read).toMatchObject({ value: { refusal: null, left: 5990 } });
    expect(confirmed).toEqual({ ok: true, value: null });
    expect(at.refunds()).toMatchObject([{ value: PART }, { value: 1000 }]);
  });

  it('is for a person to look up after a month', async () => {
    const at = await slowRefund();
    await at.hours(31 * DAY);
    expect(await at.act()).toMatchObject({
      state: 'blocked',
      refundStatus: 'PENDING',
      failure: { code: 'check-in-asaas' },
    });
  });
});

/** Asaas takes a refund, and no list shows it while `hidden`. */
async function unlistedRefund({ hidden = true, slowRefunds = false } = {}) {
  const at = await askedActs();
  at.pay();
  at.bench.asaas.changeAccount('acc_sandbox', { slowRefunds });
  const { asaas } = at.ports;
  const sight = { hidden };
  const ports = {
    ...at.ports,
    asaas: async (...about: Parameters<typeof asaas>) => {
      const client = await asaas(...about);
      return client.ok && sight.hidden
        ? ok({ ...client.value, refunds: () => Promise.resolve(ok([])) })
        : client;
    },
  };
  const runner = createRunner(ports);
  const within = at.windowIn(ports);
  const ask = () => at.ask('refund', { value: PART, within });
  await ask();
  await runner.run();
  const later = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      await at.bench.clock.advance(60_000);
      await runner.run();
    }
  };
  return { ...at, ports, sight, ask, later };
}

describe('a refund that Asaas took and does not list', () => {
  it('keeps a second one from being asked for, and is watched', async () => {
    const at = await unlistedRefund();
    await at.later(20);
    expect(await at.act()).toMatchObject({
      state: 'blocked',
      failure: { code: 'check-in-asaas' },
      activeKey: expect.any(String) as string,
    });
    expect((await at.ask()).read).toMatchObject({ value: { refusal: { code: 'under-way' } } });
    expect(at.refunds()).toHaveLength(1);
  });

  it('keeps a second one away when it was listed for a day, and then no more', async () => {
    const at = await unlistedRefund({ hidden: false, slowRefunds: true });
    await at.later(25 * 60);
    expect((await at.ask()).read).toMatchObject({ value: { refusal: null, left: 5990 } });
    const [followed] = await at.acts();
    for (const { id } of (await at.acts()).slice(1)) await at.ports.ledger.jobs.delete(id);
    at.sight.hidden = true;
    await at.later(12 * 60);
    expect(await at.ports.ledger.jobs.get(followed?.id ?? '')).toMatchObject({ state: 'blocked' });
    expect((await at.ask()).read).toMatchObject({ value: { refusal: { code: 'under-way' } } });
  });

  it('keeps a second one away from the moment on that Asaas lists it no more, looked at or not', async () => {
    const at = await unlistedRefund({ hidden: false, slowRefunds: true });
    await at.later(25 * 60);
    at.sight.hidden = true;
    expect((await at.ask()).read).toMatchObject({ value: { refusal: { code: 'under-way' } } });
    expect(at.refunds()).toHaveLength(1);
  });

  it('is done once the list shows it, hours later', async () => {
    const at = await unlistedRefund();
    await at.later(120);
    at.sight.hidden = false;
    await at.later(90);
    expect(await at.act()).toMatchObject({ state: 'done', refundStatus: 'DONE' });
    expect(at.posted('refund')).toHaveLength(1);
  });

  it('is found by the look that a person asks for', async () => {
    const at = await unlistedRefund();
    await at.later(20);
    at.sight.hidden = false;
    expect(await settleAct(at.ports, (await at.act())?.id ?? '')).toEqual({
      ok: true,
      value: 'found',
    });
  });
});

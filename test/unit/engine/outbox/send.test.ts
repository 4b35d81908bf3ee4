import { describe, expect, it, vi } from 'vitest';
import { attemptCodeOf } from '../../../../lib/billing/attempt-code.ts';
import { verifyChain } from '../../../../lib/engine/audit/chain.ts';
import { civilDate } from '../../../../lib/billing/calendar.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { VERIFICATIONS } from '../../../../lib/engine/outbox/schedule.ts';
import { seedLookalike } from '../lookalike.ts';
import { createWorkbench, letPass, REFERENCE } from '../workbench.ts';

import { sent } from './sent.ts';

describe('sending an invoice', () => {
  it('makes one charge with the right payer, cents, due date, reference and attempt code', async () => {
    const { bench, runner, ports, job } = await sent();
    await runner.run();
    const [charge, ...others] = bench.live();
    expect(others).toEqual([]);
    expect(charge).toMatchObject({
      value: 9990,
      dueDate: '2026-12-10',
      externalReference: REFERENCE,
      billingType: 'PIX',
    });
    expect(bench.asaas.customers().find(({ id }) => id === charge?.customer)).toMatchObject({
      cpfCnpj: '52998224725',
      name: 'Maria Exemplo da Silva',
      notificationDisabled: true,
    });
    const stored = await ports.ledger.jobs.get(job.id);
    expect(attemptCodeOf(charge?.description ?? '')).toBe(stored?.attempts.at(-1)?.code);
    expect(stored).toMatchObject({ state: 'verified', chargeId: charge?.id });
  });

  it('is done only after it was verified again at one and at ten minutes', async () => {
    const { bench, runner, state } = await sent();
    await runner.run();
    await letPass(bench, [runner], 5);
    expect(await state()).toBe('verified');
    await letPass(bench, [runner], 7);
    expect(await state()).toBe('done');
    expect(bench.live()).toHaveLength(1);
  });

  it('keeps an audit that verifies and names no person', async () => {
    const { bench, runner, ports } = await sent();
    await runner.run();
    await letPass(bench, [runner], 12);
    const lines = await ports.ledger.audit.toArray();
    expect(verifyChain(lines)).toEqual({ ok: true });
    expect(lines.map(({ action }) => action)).toEqual([
      'job.queued',
      'payer.intent',
      'payer.created',
      'charge.intent',
      'charge.created',
      'job.done',
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Maria|52998224725|aact/);
  });

  it('writes into the audit why fine and interest were waived', async () => {
    const bench = createWorkbench();
    const overdue = civilDate('2026-11-02');
    bench.ixc.invoice = { ...bench.ixc.invoice, dueDate: overdue };
    bench.configure((settings) => ({
      ...settings,
      security: { ...settings.security, role: 'finance' },
    }));
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports, { accrued: 'waive', waiveReason: 'queda de sinal' });
    await runner.run();
    expect(bench.live()).toMatchObject([{ value: 9990, dueDate: '2026-11-25' }]);
    const intent = await ports.ledger.audit
      .filter(({ action }) => action === 'charge.intent')
      .first();
    expect(intent?.detail).toMatchObject({ accrued: 'waive', reason: 'queda de sinal' });
  });

  it('stores neither name, document nor key in the ledger', async () => {
    const { bench, runner, ports } = await sent();
    await runner.run();
    await letPass(bench, [runner], 1);
    const everything = await Promise.all(ports.ledger.tables.map((table) => table.toArray()));
    expect(JSON.stringify(everything)).not.toMatch(/Maria|52998224725|aact_/);
  });

  it('uses again the payer that it made before', async () => {
    const { bench, runner, ports } = await sent();
    await runner.run();
    bench.ixc.invoice = { ...bench.ixc.invoice, id: '1002' };
    await bench.confirm(ports);
    await runner.run();
    expect(bench.asaas.customers()).toHaveLength(1);
    expect(bench.asaas.charges('ixc:11222333000181:1002')).toHaveLength(1);
  });
});

describe('a confirmation that is no longer true', () => {
  it('is not sent when the open balance changed meanwhile', async () => {
    const { bench, runner, ports, job } = await sent();
    bench.ixc.invoice = { ...bench.ixc.invoice, open: cents(4990) };
    await runner.run();
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({
      state: 'blocked',
      failure: { code: 'changed-since-confirmation' },
    });
    expect(bench.posts()).toEqual([]);
  });

  it('is not sent when the invoice was received meanwhile', async () => {
    const { bench, runner, ports, job } = await sent();
    bench.ixc.invoice = { ...bench.ixc.invoice, status: 'received', open: cents(0) };
    await runner.run();
    expect((await ports.ledger.jobs.get(job.id))?.reasons.map(({ code }) => code)).toContain(
      'invoice-received',
    );
    expect(bench.posts()).toEqual([]);
  });

  it('is not sent when the name of the customer changed meanwhile', async () => {
    const { bench, runner, ports, job } = await sent();
    bench.ixc.customer = { ...bench.ixc.customer, name: 'Outra Pessoa Exemplo' };
    await runner.run();
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({ state: 'blocked' });
    expect(bench.posts()).toEqual([]);
  });
});

/** A charge of ours, and one that somebody else made of the same invoice. */
async function besideAnothers() {
  const at = await sent();
  await at.runner.run();
  seedLookalike(at.bench, {
    customer: at.bench.live()[0]?.customer ?? '',
    externalReference: REFERENCE,
    description: 'Feita por outra pessoa',
  });
  return at;
}

describe('a second charge of the same reference', () => {
  it('is taken back when the browser itself had repeated the request', async () => {
    const { bench, runner, profile } = await sent();
    bench.asaas.addFault({
      method: 'GET',
      path: '/v3/payments',
      fault: { kind: 'status', status: 503 },
      skip: 2,
      times: 2,
    });
    await runner.run();
    const [charge] = bench.live();
    if (!charge) throw new Error('no charge');
    bench.asaas.seedCharge('acc_sandbox', {
      customer: charge.customer,
      value: charge.value,
      dueDate: charge.dueDate,
      externalReference: REFERENCE,
      description: charge.description ?? '',
    });
    await letPass(bench, [runner], 15);
    expect(bench.live()).toHaveLength(1);
    expect((await profile.ledger.charges.toArray()).filter(({ deleted }) => !deleted)).toHaveLength(
      1,
    );
  });

  it('is left alone when somebody else made it, and a person is told', async () => {
    const { bench, runner, ports, job } = await besideAnothers();
    await letPass(bench, [runner], 15);
    expect(bench.live()).toHaveLength(2);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({
      state: 'blocked',
      reasons: [{ code: 'several-live' }],
    });
  });

  it('is told as what it is, though an earlier look was answered with rubbish', async () => {
    const { bench, runner, ports, job } = await besideAnothers();
    const stored = () => ports.ledger.jobs.get(job.id);
    while ((await stored())?.verifications !== VERIFICATIONS.length) {
      await letPass(bench, [runner], 1);
    }
    const fault = { kind: 'rubbish' } as const;
    bench.asaas.addFault({ method: 'GET', path: '/v3/payments', fault, times: 0 });
    await letPass(bench, [runner], 3);
    expect(await stored()).toMatchObject({
      failure: { code: 'asaas-rubbish' },
    });
    bench.asaas.clearFaults();
    await letPass(bench, [runner], 60);
    expect(await stored()).toMatchObject({
      state: 'blocked',
      reasons: [{ code: 'several-live' }],
      failure: null,
    });
  });
});

describe('an invoice born from a renegotiation', () => {
  it('is not charged while a charge of the invoice it replaced can still be paid', async () => {
    const { bench, runner, ports } = await sent();
    await runner.run();
    await letPass(bench, [runner], 12);
    const replaced = { ...bench.ixc.invoice, renegotiated: true };
    bench.ixc.predecessors = [replaced];
    bench.ixc.invoice = {
      ...replaced,
      id: '1003',
      renegotiated: false,
      bornFromRenegotiation: '643',
    };
    const second = await bench.confirm(ports);
    await runner.run();
    expect((await ports.ledger.jobs.get(second.id))?.reasons.map(({ code }) => code)).toContain(
      'predecessor-replaceable',
    );
    expect(bench.asaas.charges('ixc:11222333000181:1003')).toEqual([]);
  });
});

describe('a definite refusal', () => {
  it('stops with the words of Asaas, and another confirmation is possible', async () => {
    const { bench, runner, ports, job } = await sent();
    const body = '{"errors":[{"code":"invalid_object","description":"Recusado no teste."}]}';
    bench.asaas.addFault({
      method: 'POST',
      path: '/v3/payments',
      fault: { kind: 'status', status: 400, body },
    });
    await runner.run();
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({
      state: 'blocked',
      failure: { code: 'asaas-rejected', detail: 'Recusado no teste.' },
    });
    await bench.confirm(ports);
    await runner.run();
    expect(bench.live()).toHaveLength(1);
  });

  it('by pace waits as long as Asaas says, and then sends', async () => {
    const { bench, runner, state } = await sent();
    bench.asaas.addFault({
      method: 'POST',
      path: '/v3/payments',
      fault: { kind: 'rate-limit', resetSeconds: 20 },
    });
    await runner.run();
    expect(await state()).toBe('waiting');
    await letPass(bench, [runner], 1);
    expect(bench.live()).toHaveLength(1);
  });
});

describe('a job confirmed while another one waits for an answer', () => {
  it('does not wait for it', async () => {
    const { bench, runner, ports } = await sent();
    bench.asaas.addFault({
      method: 'POST',
      path: '/v3/payments',
      fault: { kind: 'latency', ms: 20_000 },
      reference: REFERENCE,
    });
    const first = runner.run();
    await vi.waitFor(() => {
      expect(bench.asaas.requests({ method: 'POST', path: '/v3/payments' })).toHaveLength(1);
    });
    bench.ixc.invoice = { ...bench.ixc.invoice, id: '1002' };
    await bench.confirm(ports);
    void runner.run();
    await vi.waitFor(() => {
      expect(bench.asaas.charges('ixc:11222333000181:1002')).toHaveLength(1);
    });
    expect(bench.live()).toHaveLength(0);
    await bench.clock.advance(21_000);
    await first;
    expect(bench.live()).toHaveLength(1);
  });
});

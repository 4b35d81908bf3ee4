import { describe, expect, it } from 'vitest';
import { FRUGAL_GRID } from '../../../../../lib/billing/notices/frugal-grid.ts';
import { NO_CHANNEL } from '../../../../../lib/billing/notices/notice.ts';
import type { Notifier } from '../../../../../lib/billing/send-plan.types.ts';
import { enqueueNotices } from '../../../../../lib/engine/outbox/notices/enqueue-notices.ts';
import { KEY } from '../../../../fixtures/provider.ts';
import { account, ORIGIN } from '../../../../fixtures/settings.ts';
import { createWorkbench, letPass, type Workbench } from '../../workbench.ts';
import { noticedPayers } from './noticed.ts';

type World = Awaited<ReturnType<typeof noticedPayers>>;

const REFUSED = {
  kind: 'status',
  status: 400,
  body: '{"errors":[{"code":"invalid","description":"não"}]}',
} as const;

function choose(bench: Workbench, notifier: Notifier): void {
  bench.configure((settings) => ({ ...settings, sending: { ...settings.sending, notifier } }));
}

function silencedPayers(at: World, count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, index) => at.seed(`ixc:${KEY}:c:${900 + index}`, { notificationDisabled: true }).id,
  );
}

const areSilenced = (at: World, payers: readonly string[]) =>
  payers.map((id) => at.customer(id)?.notificationDisabled);

async function confirmedFor(at: World, payers: number): Promise<void> {
  await at.survey();
  await at.runner.run();
  expect(await at.confirm(payers)).toMatchObject({ ok: true });
}

describe('a standardisation under a choice that is no longer the provider’s', () => {
  it('switches no payer on once somebody else is to tell them, and says why it stopped', async () => {
    const at = await noticedPayers({ ours: 0 });
    const quiet = silencedPayers(at, 3);
    await confirmedFor(at, 3);
    await at.hold(true);
    await at.runner.run();
    choose(at.bench, 'none');
    await at.hold(false);
    await letPass(at.bench, [at.runner], 3);
    expect(areSilenced(at, quiet)).toEqual([true, true, true]);
    expect(await at.run()).toMatchObject({
      state: 'blocked',
      failure: { code: 'notices-outdated' },
    });
    expect(at.writes()).toEqual([]);
  });

  it('stops between two payers, where the choice changes while it is at work', async () => {
    const at = await noticedPayers({ ours: 0 });
    const quiet = silencedPayers(at, 3);
    await confirmedFor(at, 3);
    at.bench.asaas.addFault({
      method: 'PUT',
      path: '/v3/customers/*',
      fault: { kind: 'drop-after-commit' },
    });
    await at.runner.run();
    choose(at.bench, 'ixc');
    await letPass(at.bench, [at.runner], 5);
    expect(areSilenced(at, quiet).filter((silenced) => silenced === false)).toHaveLength(1);
    expect(await at.counts()).toMatchObject({ changed: 1, differs: 2, intent: 0 });
  });

  it('does not go on with a scheme that was replaced', async () => {
    const at = await noticedPayers({ ours: 2 });
    at.choose({ ...FRUGAL_GRID, received: { ...NO_CHANNEL, whatsapp: true } });
    await confirmedFor(at, 2);
    await at.hold(true);
    await at.runner.run();
    at.choose(FRUGAL_GRID);
    await at.hold(false);
    await letPass(at.bench, [at.runner], 3);
    expect(at.batches()).toEqual([]);
  });

  it('does not go on reading payers for it either', async () => {
    const at = await noticedPayers({ ours: 2 });
    await at.survey();
    choose(at.bench, 'none');
    await at.runner.run();
    expect(await at.run()).toMatchObject({ state: 'blocked', phase: 'listing' });
  });

  it('is not tried again for the payers that failed', async () => {
    const at = await noticedPayers({ ours: 0 });
    const quiet = silencedPayers(at, 1);
    await confirmedFor(at, 1);
    at.bench.asaas.addFault({
      method: 'PUT',
      path: '/v3/notifications/batch',
      fault: REFUSED,
    });
    await at.runner.run();
    expect(await at.counts()).toMatchObject({ failed: 1 });
    choose(at.bench, 'none');
    await at.bench.clock.advance(1000);
    const { id: jobId } = await at.run();
    expect(
      await at.own['payer-notices/retry']({ verb: 'payer-notices/retry', jobId }),
    ).toMatchObject({ error: { code: 'notices-outdated' } });
    await letPass(at.bench, [at.runner], 3);
    expect(areSilenced(at, quiet)).toEqual([true]);
  });

  it('is not tried again where it was stopped before its end', async () => {
    const at = await noticedPayers({ ours: 2 });
    await confirmedFor(at, 2);
    at.bench.asaas.addFault({
      method: 'PUT',
      path: '/v3/notifications/batch',
      fault: REFUSED,
      times: 0,
    });
    await at.runner.run();
    const over = await at.run();
    await at.ports.ledger.jobs.put({ ...over, state: 'cancelled' });
    const again = { verb: 'payer-notices/retry', jobId: over.id } as const;
    expect(await at.own['payer-notices/retry'](again)).toMatchObject({
      error: { code: 'plan-outdated' },
    });
  });
});

describe('the scheme of a new payer whose job waited', () => {
  async function waiting(change: Parameters<Workbench['configure']>[0]) {
    const bench = createWorkbench();
    bench.configure((settings) => ({
      ...settings,
      sending: { ...settings.sending, notifier: 'asaas' },
      payerNotices: { grid: FRUGAL_GRID, newPayers: true },
    }));
    const { id } = bench.asaas.seedCustomer('acc_sandbox', {
      name: 'Cliente Exemplo',
      cpfCnpj: '52998224725',
      externalReference: `ixc:${KEY}:c:77`,
      notificationDisabled: true,
    });
    const { ports, runner } = await bench.browser().worker();
    const job = await enqueueNotices(ports, {
      ...{ accountId: account.id, environment: 'sandbox', origin: ORIGIN, providerKey: KEY },
      ...{ invoiceId: '1001', targetId: id, because: 'scheme' },
      wish: { silenced: false, channels: FRUGAL_GRID },
    });
    bench.configure(change);
    await letPass(bench, [runner], 3);
    const notices = bench.asaas
      .snapshot()
      .accounts.flatMap(({ notifications }) => notifications)
      .filter(({ customer }) => customer === id);
    const customer = bench.asaas.customers().find((one) => one.id === id);
    return { job: await ports.ledger.jobs.get(job.id), customer, notices };
  }

  it('is given to it while nothing changed', async () => {
    const { job, customer } = await waiting((settings) => settings);
    expect(job?.state).toBe('done');
    expect(customer?.notificationDisabled).toBe(false);
  });

  it.each(['ixc', 'none'] as const)('is not, once the choice is “%s”', async (notifier) => {
    const { job, customer } = await waiting((settings) => ({
      ...settings,
      sending: { ...settings.sending, notifier },
    }));
    expect(job?.state).toBe('cancelled');
    expect(customer?.notificationDisabled).toBe(true);
  });

  it('is not, once new payers are to get none', async () => {
    const { job, customer } = await waiting((settings) => ({
      ...settings,
      payerNotices: { ...settings.payerNotices, newPayers: false },
    }));
    expect(job?.state).toBe('cancelled');
    expect(customer?.notificationDisabled).toBe(true);
  });

  it('is the one of now, where it was changed meanwhile', async () => {
    const { job, notices } = await waiting((settings) => ({
      ...settings,
      payerNotices: {
        ...settings.payerNotices,
        grid: { ...FRUGAL_GRID, received: { ...NO_CHANNEL, sms: true } },
      },
    }));
    expect(job?.state).toBe('done');
    expect(notices.find(({ event }) => event === 'PAYMENT_RECEIVED')).toMatchObject({
      emailEnabledForCustomer: false,
      smsEnabledForCustomer: true,
    });
  });
});

describe('the scheme for new payers', () => {
  it('is not given to another system’s record, found after our own request was lost', async () => {
    const bench = createWorkbench();
    bench.configure((settings) => ({
      ...settings,
      sending: { ...settings.sending, notifier: 'asaas' },
      payerNotices: { ...settings.payerNotices, newPayers: true },
    }));
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports);
    bench.asaas.addFault({
      method: 'POST',
      path: '/v3/customers',
      fault: { kind: 'drop-before-commit' },
    });
    await runner.run();
    const { id } = bench.asaas.seedCustomer('acc_sandbox', {
      name: bench.ixc.customer.name,
      cpfCnpj: bench.ixc.customer.document,
      email: 'loja@provedor.example',
      externalReference: 'LOJA-7',
      notificationDisabled: true,
    });
    await letPass(bench, [runner], 40);
    expect(bench.live().map(({ customer }) => customer)).toEqual([id]);
    expect(bench.asaas.customers().find((one) => one.id === id)).toMatchObject({
      notificationDisabled: true,
    });
  });
});

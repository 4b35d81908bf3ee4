import { describe, expect, it } from 'vitest';
import { ok } from '../../../../lib/billing/result.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { account } from '../../../fixtures/settings.ts';
import { panelOf } from '../readings.ts';
import { withAnotherAccount } from '../send/other-account.ts';
import { createWorkbench, letPass, REFERENCE, type Workbench } from '../workbench.ts';
import { sent } from './sent.ts';

const LISTS = { method: 'GET', path: '/v3/payments' } as const;
const SANDBOX = 'acc_sandbox';

/** How the charges of Asaas were looked for since the log was cleared. */
function looks({ asaas }: Workbench) {
  const asked = asaas.requests(LISTS).map(({ query }) => query);
  return {
    searches: asked.filter((query) => 'externalReference' in query).length,
    lists: asked.filter((query) => 'dateCreated[ge]' in query).length,
  };
}

/** An invoice whose charge was made and looked at once, a moment ago. */
async function lookedAtOnce() {
  const sending = await sent();
  await sending.runner.run();
  expect(await sending.state()).toBe('verified');
  sending.bench.asaas.clearRequests();
  return sending;
}

/** What another program or browser makes now, for the payer of the first. */
function madeElsewhere(bench: Workbench, externalReference: string) {
  const [{ customer } = { customer: '' }] = bench.live();
  const seed = { value: 9990, dueDate: '2026-12-10', createdAt: bench.clock.now() };
  return bench.asaas.seedCharge(SANDBOX, { ...seed, customer, externalReference });
}

/** Charges that others made today, before anything here. */
function busyDay(bench: Workbench, count: number): void {
  const payer = bench.asaas.seedCustomer(SANDBOX, { name: 'Pessoa de Outro Sistema' });
  for (let at = 0; at < count; at += 1) {
    bench.asaas.seedCharge(SANDBOX, {
      ...{ customer: payer.id, value: 1000, dueDate: '2026-12-01' },
      ...{ externalReference: `outro-sistema-${at}`, createdAt: bench.clock.now() },
    });
  }
}

/** Confirms and sends these invoices in one worker, within the same moment. */
async function sentAll(bench: Workbench, ids: readonly string[]) {
  const profile = bench.browser();
  const invoice = (id: string) => Promise.resolve(ok({ ...bench.ixc.invoice, id }));
  const { ports, runner } = await profile.worker({ ixc: bench.reading({ invoice }) });
  for (const id of ids) {
    bench.ixc.invoice = { ...bench.ixc.invoice, id };
    await bench.confirm(ports);
    await runner.run();
  }
  bench.asaas.clearRequests();
  return { profile, ports, runner };
}

async function statesOf({ ledger }: EnginePorts) {
  return (await ledger.jobs.toArray()).map(({ state }) => state);
}

describe('the looks after one and after ten minutes', () => {
  it('of one job are a page of what was created, each', async () => {
    const { bench, runner, state } = await lookedAtOnce();
    await letPass(bench, [runner], 12);
    expect(await state()).toBe('done');
    expect(looks(bench)).toEqual({ searches: 0, lists: 2 });
  });

  it('of jobs that are due together share the page', async () => {
    const bench = createWorkbench();
    const { ports, runner } = await sentAll(bench, ['1001', '1002', '1003']);
    await letPass(bench, [runner], 12);
    expect(await statesOf(ports)).toEqual(['done', 'done', 'done']);
    expect(looks(bench)).toEqual({ searches: 0, lists: 2 });
  });

  it('of a run of sendings are two readings for the first and one for the last', async () => {
    const bench = createWorkbench();
    const profile = bench.browser();
    const invoice = (id: string) => Promise.resolve(ok({ ...bench.ixc.invoice, id }));
    const { ports, runner } = await profile.worker({ ixc: bench.reading({ invoice }) });
    for (let id = 1001; id <= 1040; id += 1) {
      bench.ixc.invoice = { ...bench.ixc.invoice, id: String(id) };
      await bench.confirm(ports);
      await runner.run();
      await bench.clock.advance(2000);
    }
    await letPass(bench, [runner], 22);
    expect(new Set(await statesOf(ports))).toEqual(new Set(['done']));
    expect(looks(bench).lists).toBe(3);
  });

  it('are never taken before they are due, nor from what was read before', async () => {
    const { bench, ports, runner, job } = await lookedAtOnce();
    await bench.clock.advance(59_000);
    await runner.run();
    expect(looks(bench)).toEqual({ searches: 0, lists: 0 });
    await bench.clock.advance(1000);
    await runner.run();
    const seen = await ports.ledger.jobs.get(job.id);
    expect(seen?.nextAt).toBe(bench.clock.now() + 9 * 60_000);
  });

  it.each([
    ['the first reference', REFERENCE],
    ['the second reference', `${REFERENCE}:2`],
    ['another key of the provider', 'ixc:sul:1001'],
  ])('see what another browser made meanwhile under %s', async (_, reference) => {
    const { bench, ports, runner } = await lookedAtOnce();
    bench.configure((settings) => ({
      ...settings,
      panels: [{ ...panelOf(bench), aliases: ['sul'] }],
    }));
    await letPass(bench, [runner], 5);
    const other = madeElsewhere(bench, reference);
    await letPass(bench, [runner], 5);
    expect(looks(bench)).toEqual({ searches: 0, lists: 2 });
    expect(await ports.ledger.charges.get(other.id)).toMatchObject({ invoiceId: '1001' });
    await letPass(bench, [runner], 5);
    expect(await statesOf(ports)).toEqual(['blocked']);
  });

  it('see a twin in another account through its own list', async () => {
    const bench = createWorkbench();
    const another = withAnotherAccount(bench);
    bench.configure((settings) => ({ ...settings, accounts: [account, another.account] }));
    const profile = bench.browser();
    const { asaas: first } = (await profile.worker()).ports;
    const asaas: EnginePorts['asaas'] = (one) =>
      one.id === another.account.id ? another.asaas(one) : first(one);
    const { ports, runner } = await profile.worker({ asaas });
    await bench.confirm(ports);
    await runner.run();
    bench.asaas.clearRequests();
    await letPass(bench, [runner], 5);
    const payer = bench.asaas.seedCustomer('acc_another', { name: 'Maria Exemplo' });
    const twin = bench.asaas.seedCharge('acc_another', {
      ...{ customer: payer.id, value: 9990, dueDate: '2026-12-10' },
      ...{ externalReference: REFERENCE, createdAt: bench.clock.now() },
    });
    await letPass(bench, [runner], 6);
    expect(await ports.ledger.jobs.toArray()).toMatchObject([
      {
        state: 'blocked',
        reasons: [{ code: 'live-in-other-account', params: { charge: twin.id } }],
      },
    ]);
    expect(looks(bench)).toEqual({ searches: 0, lists: 4 });
  });

  it('see a request of another browser that was carried out late, and one charge is left', async () => {
    const bench = createWorkbench();
    const [here, there] = [await bench.browser().worker(), await bench.browser().worker()];
    const late = { kind: 'late-commit', seconds: 5 * 60 } as const;
    bench.asaas.addFault({ method: 'POST', path: '/v3/payments', skip: 1, fault: late });
    await bench.confirm(here.ports);
    await bench.confirm(there.ports);
    await Promise.all([here.runner.run(), there.runner.run()]);
    await letPass(bench, [here.runner, there.runner], 30);
    expect(bench.live()).toHaveLength(1);
    expect([...(await statesOf(here.ports)), ...(await statesOf(there.ports))]).not.toContain(
      'blocked',
    );
  });
});

describe('a job searches by itself', () => {
  it('while its own charge is not in the list yet', async () => {
    const bench = createWorkbench();
    const lag = { kind: 'list-lag', seconds: 90 } as const;
    bench.asaas.addFault({ method: 'POST', path: '/v3/payments', fault: lag });
    const { runner, state } = await sent(bench);
    await runner.run();
    bench.asaas.clearRequests();
    await letPass(bench, [runner], 1);
    expect(looks(bench)).toEqual({ searches: 1, lists: 1 });
    await letPass(bench, [runner], 11);
    expect(await state()).toBe('done');
  });

  it('where the list is longer than what it saves, and does not ask how long again', async () => {
    const bench = createWorkbench();
    busyDay(bench, 150);
    const { runner, state } = await sent(bench);
    await runner.run();
    bench.asaas.clearRequests();
    await letPass(bench, [runner], 1);
    expect(looks(bench)).toEqual({ searches: 1, lists: 1 });
    bench.asaas.clearRequests();
    await letPass(bench, [runner], 11);
    expect(await state()).toBe('done');
    expect(looks(bench).lists).toBe(0);
  });

  it('but not where many are due: every page of the day is read', async () => {
    const bench = createWorkbench();
    busyDay(bench, 150);
    const { ports, runner } = await sentAll(bench, ['1001', '1002', '1003']);
    const other = madeElsewhere(bench, REFERENCE);
    busyDay(bench, 110);
    await letPass(bench, [runner], 1);
    expect(looks(bench)).toEqual({ searches: 0, lists: 3 });
    expect(await ports.ledger.charges.get(other.id)).toBeDefined();
  });

  it('once the list could not be read twice', async () => {
    const { bench, runner, state } = await lookedAtOnce();
    const fault = { kind: 'status', status: 500 } as const;
    bench.asaas.addFault({ ...LISTS, fault, times: 2 });
    await letPass(bench, [runner], 4);
    // As either reference: so long after the drawer neither is spared.
    expect(looks(bench)).toEqual({ searches: 2, lists: 2 });
    await letPass(bench, [runner], 15);
    expect(await state()).toBe('done');
  });

  it('where a charge that looked the same was shown, since another browser may link that one', async () => {
    const bench = createWorkbench();
    const payer = bench.asaas.seedCustomer(SANDBOX, {
      ...{ name: bench.ixc.customer.name, cpfCnpj: bench.ixc.customer.document },
      externalReference: `ixc:${KEY}:c:77`,
    });
    const alike = bench.asaas.seedCharge(SANDBOX, {
      ...{ customer: payer.id, value: 9990, dueDate: '2026-12-10' },
      createdAt: bench.clock.now() - 5 * 86_400_000,
    });
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports, { createAnotherThan: [alike.id] });
    await runner.run();
    bench.asaas.clearRequests();
    await letPass(bench, [runner], 12);
    expect(await statesOf(ports)).toEqual(['done']);
    expect(looks(bench)).toMatchObject({ lists: 0 });
  });
});

it('a worker that took over from one that died reads the list for itself', async () => {
  const bench = createWorkbench();
  const { profile, ports } = await sentAll(bench, ['1001', '1002']);
  await bench.clock.advance(60_000);
  // It read the list, and died before it wrote what it saw of either job.
  const dying = await profile.worker({
    asaas: async (one, purpose) => {
      const client = await ports.asaas(one, purpose);
      if (!client.ok) return client;
      return ok({
        ...client.value,
        listCharges: async (...asked) => {
          await client.value.listCharges(...asked);
          return new Promise(() => undefined);
        },
      });
    },
  });
  void dying.runner.run();
  await expect.poll(() => looks(bench).lists).toBe(1);
  await bench.clock.advance(50_000);
  const next = await profile.worker();
  await next.runner.run();
  expect(looks(bench)).toEqual({ searches: 0, lists: 2 });
  await letPass(bench, [next.runner], 12);
  expect(await statesOf(ports)).toEqual(['done', 'done']);
  expect(bench.asaas.requests({ method: 'POST' })).toEqual([]);
});

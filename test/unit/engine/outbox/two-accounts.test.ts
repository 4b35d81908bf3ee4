import { describe, expect, it } from 'vitest';
import { fail } from '../../../../lib/billing/result.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { createSync } from '../../../../lib/engine/sync/sync.ts';
import { account } from '../../../fixtures/settings.ts';
import { groupShown, panelOf } from '../readings.ts';
import { withAnotherAccount } from '../send/other-account.ts';
import { createWorkbench, letPass } from '../workbench.ts';

const POST = { method: 'POST', path: '/v3/payments' } as const;
const HOUR = 60 * 60_000;

/** Two browsers of one provider that know the same two accounts, and route its invoices each to another one. */
async function routedApart() {
  const bench = createWorkbench();
  const another = withAnotherAccount(bench);
  bench.configure((settings) => ({ ...settings, accounts: [account, another.account] }));
  const { asaas: first } = (await bench.browser().worker()).ports;
  const asaas: EnginePorts['asaas'] = (one) =>
    one.id === another.account.id ? another.asaas(one) : first(one);
  const here = await bench.browser().worker({ asaas });
  const there = await bench.browser().worker({
    asaas,
    readSettings: () =>
      Promise.resolve({
        ...bench.settings,
        panels: [{ ...panelOf(bench), accountId: another.account.id }],
      }),
  });
  return { bench, here, there, asaas, other: another.account };
}

async function jobOf({ ledger }: EnginePorts) {
  const [job] = await ledger.jobs.toArray();
  return job;
}

/** Both sent the invoice in the same moment: no plan of either could know of the other's. */
async function sentInBoth() {
  const both = await routedApart();
  const { bench, here, there } = both;
  await bench.confirm(here.ports);
  await bench.confirm(there.ports);
  await Promise.all([here.runner.run(), there.runner.run()]);
  return both;
}

describe('an invoice that two browsers charge in two accounts', () => {
  it('at the same moment is told to a person in both, and neither charge is taken back', async () => {
    const { bench, here, there } = await sentInBoth();
    await letPass(bench, [here.runner, there.runner], 15);
    const live = bench.live();
    expect(live).toHaveLength(2);
    for (const { ports } of [here, there]) {
      const job = await jobOf(ports);
      const others = live.filter(({ id }) => id !== job?.chargeId);
      expect(job).toMatchObject({
        state: 'blocked',
        reasons: [{ code: 'live-in-other-account', params: { charge: others[0]?.id } }],
      });
      expect(await groupShown(bench, ports)).toBe('unknown');
    }
    expect(bench.asaas.requests({ method: 'DELETE' })).toEqual([]);
  });

  it('is told though Asaas carried out one of the requests minutes after the other', async () => {
    const { bench, here, there } = await routedApart();
    bench.asaas.addFault({ ...POST, fault: { kind: 'late-commit', seconds: 5 * 60 } });
    await bench.confirm(here.ports);
    await here.runner.run();
    await bench.clock.advance(60_000);
    await bench.confirm(there.ports);
    await there.runner.run();
    await letPass(bench, [here.runner, there.runner], 25);
    expect(bench.live()).toHaveLength(2);
    for (const { ports } of [here, there]) {
      expect(await jobOf(ports)).toMatchObject({
        state: 'blocked',
        reasons: [{ code: 'live-in-other-account' }],
      });
    }
  });

  it('is told by the sweep that finds the second one after the job was done', async () => {
    const { bench, here, there } = await routedApart();
    bench.asaas.addFault({ ...POST, fault: { kind: 'late-commit', seconds: 30 * 60 } });
    await bench.confirm(here.ports);
    await here.runner.run();
    await bench.confirm(there.ports);
    await there.runner.run();
    await letPass(bench, [there.runner], 12);
    expect(await jobOf(there.ports)).toMatchObject({ state: 'done' });
    await bench.clock.advance(HOUR);
    await createSync(there.ports).run();
    await there.runner.run();
    expect(await jobOf(there.ports)).toMatchObject({
      state: 'blocked',
      reasons: [{ code: 'live-in-other-account' }],
    });
  });
});

describe('another account that cannot be read', () => {
  /** The browser that sent, with a second account whose key is gone from now on. */
  async function withoutKey() {
    const { bench, here, asaas, other } = await routedApart();
    let isReadable = true;
    const profile = bench.browser(here.ports.ledger);
    const worker = await profile.worker({
      asaas: (one) =>
        one.id === other.id && !isReadable
          ? Promise.resolve(fail({ code: 'asaas-key-refused' }))
          : asaas(one),
    });
    await bench.confirm(worker.ports);
    await worker.runner.run();
    isReadable = false;
    return { ...worker, bench, other, readAgain: () => (isReadable = true) };
  }

  it('keeps no job from ending, and the audit says which account was not looked into', async () => {
    const { bench, ports, runner, other } = await withoutKey();
    await letPass(bench, [runner], 15);
    expect(await jobOf(ports)).toMatchObject({ state: 'done', failure: null });
    const lines = await ports.ledger.audit.toArray();
    expect(lines.find(({ action }) => action === 'job.done')?.detail).toMatchObject({
      unread: other.id,
    });
  });

  it('is looked into once it can be read again', async () => {
    const { bench, ports, runner, readAgain } = await withoutKey();
    const customer = bench.asaas.seedCustomer('acc_another', {
      name: bench.ixc.customer.name,
      cpfCnpj: bench.ixc.customer.document,
    });
    const job = await jobOf(ports);
    const [mine] = bench.live();
    const second = bench.asaas.seedCharge('acc_another', {
      customer: customer.id,
      value: mine?.value ?? 0,
      dueDate: mine?.dueDate ?? '',
      externalReference: mine?.externalReference ?? '',
    });
    await letPass(bench, [runner], 5);
    expect(await ports.ledger.jobs.get(job?.id ?? '')).toMatchObject({ state: 'verified' });
    readAgain();
    await letPass(bench, [runner], 10);
    expect(await jobOf(ports)).toMatchObject({
      state: 'blocked',
      reasons: [{ code: 'live-in-other-account', params: { charge: second.id } }],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import { createSync } from '../../../../lib/engine/sync/sync.ts';
import { rowStates } from '../../../../lib/engine/panel/row-states.ts';
import { agrees } from '../../../../lib/engine/send/under-alias.ts';
import { newPanel } from '../../../../lib/settings/new-panel.ts';
import { payer } from '../../../fixtures/charge.ts';
import { account } from '../../../fixtures/settings.ts';
import { openDrawerOf } from '../drawer/open-drawer.ts';
import { seedLookalike, seedPerson } from '../lookalike.ts';
import { groupShown, onlyCharge, panelOf, planNow } from '../readings.ts';
import { createWorkbench, letPass, type Workbench } from '../workbench.ts';
import { withAnotherAccount } from './other-account.ts';

const ALIAS = 'outra';
const OLD = { externalReference: `ixc:${ALIAS}:1001`, billingType: 'PIX' } as const;
const STRANGER = { name: 'Outra Pessoa', cpfCnpj: '24971563792' };
const NOTHING = {
  group: 'unknown',
  status: '',
  paymentDate: null,
  creditDate: null,
  netValue: null,
  invoiceUrl: null,
  bankSlipUrl: null,
  pix: null,
  linhaDigitavel: null,
  unproven: true,
};

function withAlias(): Workbench {
  const bench = createWorkbench();
  bench.configure((settings) => ({
    ...settings,
    panels: settings.panels.map((panel) => ({ ...panel, aliases: [ALIAS] })),
  }));
  return bench;
}

function seedForeign(bench: Workbench, state: string) {
  const customer = seedPerson(bench, STRANGER).id;
  const more = { customer, value: cents(5_000), dueDate: '2026-12-05' };
  const foreign = seedLookalike(bench, { ...OLD, ...more });
  if (state === 'paid') bench.asaas.pay(foreign.id);
  return foreign;
}

const codesAsked = ({ asaas }: Workbench, id: string) =>
  asaas.requests({ path: `/v3/payments/${id}/pixQrCode` });

describe('a charge that only an alias brings, of another person', () => {
  it.each(['open', 'paid'])(
    'and %s is never shown so, on the row or in the drawer',
    async (state) => {
      const bench = withAlias();
      const { ports, runner } = await bench.browser().worker();
      const foreign = seedForeign(bench, state);
      await createSync(ports).run();
      const row = { group: 'unknown', canSend: false };
      expect(await rowStates(ports, panelOf(bench), ['1001'])).toMatchObject([row]);
      const { ready, session } = openDrawerOf({ engine: ports, runner });
      expect((await ready()).charge).toMatchObject({ id: foreign.id, ...NOTHING });
      await session.handle({ verb: 'refresh' });
      const { charge, plan, planId } = await ready();
      expect(charge).toMatchObject({ id: foreign.id, ...NOTHING });
      expect(plan).toMatchObject({ kind: 'blocked' });
      expect(planId).not.toBeNull();
      expect(codesAsked(bench, foreign.id)).toEqual([]);
      expect(await rowStates(ports, panelOf(bench), ['1001'])).toMatchObject([row]);
    },
  );

  it('and paid is no reason to register a receipt', async () => {
    const bench = withAlias();
    const { ports } = await bench.browser().worker();
    const foreign = seedForeign(bench, 'paid');
    expect(await planNow(bench, ports)).toMatchObject({
      kind: 'blocked',
      reasons: [{ code: 'live-under-alias', params: { charge: foreign.id, key: ALIAS } }],
    });
  });

  it('and deleted hides nothing of the invoice’s own charge, and no row sends for it', async () => {
    const bench = withAlias();
    const { ports, runner } = await bench.browser().worker();
    const foreign = seedForeign(bench, 'open');
    await planNow(bench, ports);
    bench.asaas.delete(foreign.id);
    expect((await planNow(bench, ports)).kind).toBe('new');
    expect(await rowStates(ports, panelOf(bench), ['1001'])).toMatchObject([{ canSend: false }]);
    await bench.confirm(ports);
    await runner.run();
    await letPass(bench, [runner], 12);
    expect(await groupShown(bench, ports)).toBe('open');
  });

  it('stays a question beside the invoice’s own charge that was given back', async () => {
    const bench = withAlias();
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports);
    await runner.run();
    const { id } = onlyCharge(bench);
    bench.asaas.pay(id);
    bench.asaas.refund(id);
    seedForeign(bench, 'paid');
    await planNow(bench, ports);
    expect(await groupShown(bench, ports)).toBe('unknown');
  });

  it('is not proven by what another panel proved or sent', async () => {
    const bench = withAlias();
    const { ports, runner } = await bench.browser().worker();
    const theirs = {
      ...newPanel('https://outro.example', null),
      providerKey: ALIAS,
      accountId: account.id,
    };
    const ours = panelOf(bench);
    bench.configure((settings) => ({ ...settings, panels: [theirs] }));
    await bench.confirm(ports);
    // Sent from there, under their own key.
    await ports.ledger.jobs
      .toCollection()
      .modify({ origin: theirs.origin, providerKey: ALIAS, activeKey: 'sandbox:ixc:outra:1001' });
    await runner.run();
    bench.configure((settings) => ({ ...settings, panels: [theirs, ours] }));
    await ports.ledger.charges
      .toCollection()
      .modify({ providerKey: ALIAS, reference: OLD.externalReference });
    expect(await rowStates(ports, ours, ['1001'])).toMatchObject([{ group: 'unknown' }]);
  });
});

describe('a charge that only an alias brings, of the very customer', () => {
  it('is shown once its payer was read, and in every browser life after that', async () => {
    const bench = withAlias();
    const profile = bench.browser();
    const { ports, runner } = await profile.worker();
    const charge = seedLookalike(bench, OLD);
    await createSync(ports).run();
    expect(await groupShown(bench, ports)).toBe('unknown');
    const { until } = openDrawerOf({ engine: ports, runner });
    const shown = await until((snapshot) => snapshot.charge?.pix != null);
    expect(shown.charge).toMatchObject({ id: charge.id, group: 'open' });
    expect(shown.charge).not.toHaveProperty('unproven');
    const { ports: later } = await profile.worker();
    expect(await groupShown(bench, later)).toBe('open');
    const kept = await ports.ledger.meta.toArray();
    expect(JSON.stringify(kept)).not.toContain(bench.ixc.customer.document);
  });

  it('tells the rows that it is known now', async () => {
    const bench = withAlias();
    const { ports } = await bench.browser().worker();
    seedLookalike(bench, OLD);
    await createSync(ports).run();
    const groups: unknown[] = [];
    ports.events.onChange(() => {
      groupShown(bench, ports)
        .then((group) => groups.push(group))
        .catch(() => undefined);
    });
    await planNow(bench, ports);
    await expect.poll(() => groups.at(-1)).toBe('open');
  });

  it('is known in another account, too, where its payer is asked for', async () => {
    const bench = withAlias();
    const another = withAnotherAccount(bench);
    bench.configure((settings) => ({ ...settings, accounts: [account, another.account] }));
    const { asaas: own } = (await bench.browser().worker()).ports;
    const { ports } = await bench.browser().worker({
      asaas: (one) => (one.id === another.account.id ? another.asaas(one) : own(one)),
    });
    const { name, document: cpfCnpj } = bench.ixc.customer;
    const customer = bench.asaas.seedCustomer('acc_another', { name, cpfCnpj }).id;
    const { id } = bench.asaas.seedCharge('acc_another', {
      ...{ ...OLD, customer, value: 9_990, dueDate: '2026-12-10' },
    });
    bench.asaas.pay(id);
    expect(await planNow(bench, ports)).toMatchObject({ reasons: [{ code: 'already-paid' }] });
    expect(await groupShown(bench, ports)).toBe('paid');
  });

  it('is not known while its payer cannot be read, and the plan is made all the same', async () => {
    const bench = withAlias();
    const { ports } = await bench.browser().worker();
    const customer = seedPerson(bench, STRANGER).id;
    seedLookalike(bench, { ...OLD, customer });
    bench.asaas.addFault({
      ...{ method: 'GET', path: `/v3/customers/${customer}` },
      fault: { kind: 'status', status: 503 },
    });
    expect((await planNow(bench, ports)).kind).toBe('blocked');
    expect(await groupShown(bench, ports)).toBe('unknown');
  });

  it.each(['', '00000000000', '111'])('is not known by %j on both sides', (document) => {
    expect(agrees({ ...payer, document }, { document })).toBe(false);
    expect(agrees(payer, { document: ' 529.982.247-25 ' })).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../../../lib/billing/invoice.ts';
import { fail, ok } from '../../../../../lib/billing/result.ts';
import type { IxcClient } from '../../../../../lib/ixc/webservice/client.types.ts';
import { readQueue } from '../../../../../lib/engine/outbox/queue-view.ts';
import { chargeRow } from '../../../../../lib/ledger/charges.ts';
import { silencedToChange } from '../../../../../lib/ledger/notice-items.ts';
import { charge } from '../../../../fixtures/charge.ts';
import { customer } from '../../../../fixtures/customer.ts';
import { KEY } from '../../../../fixtures/provider.ts';
import { account } from '../../../../fixtures/settings.ts';
import { letPass } from '../../workbench.ts';
import { noticedPayers } from './noticed.ts';

const ALIAS = 'chave-antiga';
const OWN = '52998224725';
const ANOTHERS = '11144477735';

type World = Awaited<ReturnType<typeof noticedPayers>>;

function withAlias(at: World): void {
  at.bench.configure((settings) => ({
    ...settings,
    panels: settings.panels.map((panel) => ({ ...panel, aliases: [ALIAS] })),
  }));
}

/** IXC's customers by number, each with a CPF. */
function ixcHas(at: World, documents: Readonly<Record<string, string>>): { asked: number } {
  const reads = { asked: 0 };
  const customers: IxcClient['customers'] = (ids) => {
    reads.asked += 1;
    const found = ids.flatMap((id): Customer[] => {
      const document = documents[id];
      return document === undefined ? [] : [{ ...customer, id, document }];
    });
    return Promise.resolve(ok(found));
  };
  Object.assign(at.ports, { ixc: at.bench.reading({ customers }) });
  return reads;
}

/** A charge of ours in the ledger, as after a sending that found its payer by CPF. */
async function charged(at: World, payerId: string, change: Readonly<Record<string, string>> = {}) {
  const made = { ...charge, id: `pay_${payerId}`, payerId, accountId: account.id };
  const row = chargeRow({ ...made, reference: `ixc:${KEY}:1001` }, at.bench.clock.now());
  if (!row) throw new Error('no reference');
  await at.ports.ledger.charges.put({ ...row, ...change });
}

async function survey(at: World): Promise<void> {
  await at.survey();
  await at.runner.run();
}

describe('payers that a standardisation leaves out', () => {
  it('are those that were found by CPF, counted by what their record bears, and never changed', async () => {
    const at = await noticedPayers({ ours: 1 });
    const [unmarked = '', foreign = '', shop = ''] = at.foreign;
    for (const payer of [unmarked, foreign, shop]) await charged(at, payer);
    await survey(at);
    expect(await at.counts()).toMatchObject({ differs: 1, 'out-unmarked': 1, 'out-other': 2 });
    await at.confirm(1);
    await at.runner.run();
    expect(await at.counts()).toMatchObject({ changed: 1, 'out-unmarked': 1, 'out-other': 2 });
    expect(at.batches()).toHaveLength(1);
  });

  it('are nobody whom no charge of this provider and this account is of', async () => {
    const at = await noticedPayers({ ours: 1 });
    const [unmarked = '', foreign = ''] = at.foreign;
    await charged(at, unmarked, { accountId: 'production-other' });
    await charged(at, foreign, { providerKey: 'outro-provedor' });
    await survey(at);
    expect(await at.counts()).toMatchObject({ differs: 1, 'out-unmarked': 0, 'out-other': 0 });
  });

  it('are not in the number that a person types, nor in the queue’s', async () => {
    const at = await noticedPayers({ ours: 2 });
    await charged(at, at.foreign[0] ?? '');
    await survey(at);
    expect(await readQueue(at.ports.ledger)).toMatchObject([{ payers: { done: 2, all: 2 } }]);
    expect(await at.confirm(3)).toMatchObject({ error: { code: 'plan-outdated' } });
    expect(await at.confirm(2)).toMatchObject({ ok: true });
  });
});

describe('payers under another key of the provider', () => {
  it('are changed where IXC’s customer of that number has their CPF', async () => {
    const at = await noticedPayers({ ours: 1 });
    withAlias(at);
    const reads = ixcHas(at, { 70: OWN, 71: OWN });
    const proven = at.seed(`ixc:${ALIAS}:c:70`, { cpfCnpj: OWN }).id;
    const differing = at.seed(`ixc:${ALIAS}:c:71`, { cpfCnpj: ANOTHERS }).id;
    const unknown = at.seed(`ixc:${ALIAS}:c:72`, { cpfCnpj: OWN }).id;
    await survey(at);
    expect(await at.counts()).toMatchObject({ differs: 2, 'out-differs': 2 });
    expect(reads.asked).toBe(1);
    const before = [differing, unknown].map((payer) => at.noticesOf(payer));
    await at.confirm(2);
    await at.runner.run();
    expect(await at.counts()).toMatchObject({ changed: 2, failed: 0 });
    expect(at.noticesOf(proven).some(({ smsEnabledForCustomer }) => smsEnabledForCustomer)).toBe(
      false,
    );
    expect([differing, unknown].map((payer) => at.noticesOf(payer))).toEqual(before);
  });

  it('are left out where neither has a CPF that is one: two empty fields agree on nothing', async () => {
    const at = await noticedPayers({ ours: 1 });
    withAlias(at);
    ixcHas(at, { 70: '' });
    at.seed(`ixc:${ALIAS}:c:70`, { cpfCnpj: '' });
    await survey(at);
    expect(await at.counts()).toMatchObject({ differs: 1, 'out-differs': 1 });
  });

  it.each([
    ['answers with an error', 'error'],
    ['is read by hand alone', 'hand'],
    ['is read in the operator’s session', 'session'],
  ] as const)('are left out, and said to be unread, while IXC %s', async (_what, how) => {
    const at = await noticedPayers({ ours: 1 });
    withAlias(at);
    ixcHas(at, { 70: OWN });
    if (how === 'error') {
      const customers = () => Promise.resolve(fail({ kind: 'timeout' as const }));
      Object.assign(at.ports, { ixc: at.bench.reading({ customers }) });
    } else at.bench.ixc.source = how;
    at.seed(`ixc:${ALIAS}:c:70`, { cpfCnpj: OWN });
    await survey(at);
    expect(await at.counts()).toMatchObject({ differs: 1, 'out-unread': 1 });
  });

  it('are not proven by a key that is none of the panel’s', async () => {
    const at = await noticedPayers({ ours: 1 });
    const reads = ixcHas(at, { 70: OWN });
    at.seed(`ixc:${ALIAS}:c:70`, { cpfCnpj: OWN });
    await survey(at);
    expect(await at.counts()).toMatchObject({ differs: 1, 'out-differs': 0, 'out-unread': 0 });
    expect(reads.asked).toBe(0);
  });

  it('are left once their reference is another’s, also of the same key', async () => {
    const at = await noticedPayers({ ours: 0 });
    withAlias(at);
    ixcHas(at, { 70: OWN, 71: OWN });
    const [changed] = [70, 71].map((id) => at.seed(`ixc:${ALIAS}:c:${id}`, { cpfCnpj: OWN }).id);
    await survey(at);
    await at.confirm(2);
    at.bench.asaas.addFault({
      method: 'GET',
      path: `/v3/customers/${changed ?? ''}`,
      fault: {
        kind: 'rubbish',
        body: JSON.stringify({ id: changed, externalReference: `ixc:${ALIAS}:c:71` }),
      },
    });
    await at.runner.run();
    expect(await at.counts()).toMatchObject({ left: 1, changed: 1 });
  });

  it('are left once the key is no longer the provider’s', async () => {
    const at = await noticedPayers({ ours: 0 });
    withAlias(at);
    ixcHas(at, { 70: OWN });
    at.seed(`ixc:${ALIAS}:c:70`, { cpfCnpj: OWN });
    await survey(at);
    await at.confirm(1);
    at.bench.configure((settings) => ({
      ...settings,
      panels: settings.panels.map((panel) => ({ ...panel, aliases: [] })),
    }));
    await at.runner.run();
    expect(await at.counts()).toMatchObject({ left: 1, changed: 0 });
    expect(at.writes()).toEqual([]);
  });

  it('are read once more before a PUT is repeated, as all others', async () => {
    const at = await noticedPayers({ ours: 0 });
    withAlias(at);
    ixcHas(at, { 70: OWN });
    at.seed(`ixc:${ALIAS}:c:70`, { cpfCnpj: OWN });
    await survey(at);
    at.bench.asaas.addFault({
      method: 'PUT',
      path: '/v3/notifications/batch',
      fault: { kind: 'drop-after-commit' },
    });
    await at.confirm(1);
    await letPass(at.bench, [at.runner], 20);
    expect(at.batches()).toHaveLength(1);
    expect(await at.counts()).toMatchObject({ changed: 1 });
  });
});

describe('silenced payers', () => {
  it('are told apart among those that would change', async () => {
    const at = await noticedPayers({ ours: 2 });
    at.seed(`ixc:${KEY}:c:900`, { notificationDisabled: true });
    await survey(at);
    expect(await at.counts()).toMatchObject({ differs: 3 });
    expect(await silencedToChange(at.ports.ledger, (await at.run()).id)).toBe(1);
  });
});

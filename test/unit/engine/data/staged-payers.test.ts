import { describe, expect, it } from 'vitest';
import { eraseSubject } from '../../../../lib/engine/data/erase-subject.ts';
import { forgetAccount } from '../../../../lib/engine/data/forget-account.ts';
import { sweepRetention } from '../../../../lib/engine/data/retention.ts';
import { exportSubject } from '../../../../lib/engine/data/subject.ts';
import { account, ORIGIN } from '../../../fixtures/settings.ts';
import { noticedPayers } from '../desk/notices/noticed.ts';

const DAY = 86_400_000;

/** A standardisation of four payers, customers 1 to 4 of IXC, that waits for a person. */
async function surveyed() {
  const at = await noticedPayers();
  await at.survey();
  await at.runner.run();
  const { ledger } = at.ports;
  return { ...at, ledger, staged: () => ledger.noticeItems.toArray() };
}

type World = Awaited<ReturnType<typeof surveyed>>;

async function finished(): Promise<World> {
  const at = await surveyed();
  await at.confirm(4);
  await at.runner.run();
  expect(await at.run()).toMatchObject({ state: 'done' });
  return at;
}

async function sweep(at: World, days: number): Promise<void> {
  await at.bench.clock.advance(days * DAY);
  for (let call = 0; call < 5; call += 1) await sweepRetention(at.ports);
}

describe('the payers of a standardisation', () => {
  it('are told for ninety days after it is over, and then forgotten', async () => {
    const at = await finished();
    await sweep(at, 89);
    expect(await at.staged()).toHaveLength(4);
    await sweep(at, 2);
    expect(await at.staged()).toEqual([]);
  });

  it('are kept while it is under way, however long a person takes', async () => {
    const at = await surveyed();
    await sweep(at, 200);
    expect(await at.staged()).toHaveLength(4);
  });

  it('go with a run that is gone', async () => {
    const at = await finished();
    await at.ledger.jobs.clear();
    await sweep(at, 1);
    expect(await at.staged()).toEqual([]);
  });

  it('are handed out and erased with the customer, and no other', async () => {
    const at = await surveyed();
    const [first = '', ...others] = at.payers;
    const subject = { origin: ORIGIN, customerId: '1' };
    const handed = await exportSubject(at.ports, subject);
    expect(handed).toContain(first);
    expect(others.filter((payer) => handed.includes(payer))).toEqual([]);
    expect(await eraseSubject(at.ports, subject)).toMatchObject({ ok: true });
    const left = (await at.staged()).map(({ payerId }) => payerId);
    expect(left.toSorted()).toEqual(others.toSorted());
  });

  it('are not erased with the same number of another IXC', async () => {
    const at = await surveyed();
    await eraseSubject(at.ports, { origin: 'https://outro.provedor.example', customerId: '1' });
    expect(await at.staged()).toHaveLength(4);
  });

  it('do not come back, erased while they are being changed; nor is their number asked again', async () => {
    const at = await surveyed();
    await at.confirm(4);
    at.bench.asaas.addFault({
      method: 'PUT',
      path: '/v3/notifications/batch',
      fault: { kind: 'drop-after-commit' },
    });
    await at.runner.run();
    const asked = (await at.staged()).find(({ state }) => state === 'intent');
    expect(asked).toBeDefined();
    await eraseSubject(at.ports, { origin: ORIGIN, customerId: asked?.customerId ?? '' });
    await at.bench.clock.advance(20 * 60_000);
    await at.runner.run();
    expect(await at.run()).toMatchObject({ state: 'done' });
    expect((await at.staged()).map(({ payerId }) => payerId)).not.toContain(asked?.payerId);
    expect(await at.counts()).toMatchObject({ changed: 3 });
  });

  it('go with their account, and those of another account stay', async () => {
    const at = await finished();
    await forgetAccount(at.ledger, 'sandbox:outra');
    expect(await at.staged()).toHaveLength(4);
    await forgetAccount(at.ledger, account.id);
    expect(await at.staged()).toEqual([]);
  });

  it('are not written by a page that arrives after the account went', async () => {
    const at = await noticedPayers();
    await at.survey();
    const { ledger } = at.ports;
    const { run } = at;
    const client = await at.ports.asaas(account, 'job');
    if (!client.ok) throw new Error('no client');
    const slow = {
      ...client.value,
      listNoticePayers: async (offset: number) => {
        const page = await client.value.listNoticePayers(offset);
        const { activeKey: _none, ...ended } = await run();
        await ledger.jobs.put(ended);
        await forgetAccount(ledger, account.id);
        return page;
      },
    };
    const late = await at.browser.worker({
      asaas: () => Promise.resolve({ ok: true, value: slow } as const),
    });
    await late.runner.run();
    expect(await ledger.noticeItems.toArray()).toEqual([]);
  });
});

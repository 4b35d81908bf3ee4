import { describe, expect, it } from 'vitest';
import { planSend } from '../../../../lib/billing/send-plan.ts';
import { gatherFacts } from '../../../../lib/engine/send/gather.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { sent } from '../outbox/sent.ts';
import { groupShown, onlyCharge, planNow } from '../readings.ts';
import { letPass } from '../workbench.ts';
import { withAnotherAccount } from './other-account.ts';

const EMPTY = '{"object":"list","hasMore":false,"totalCount":0,"limit":100,"offset":0,"data":[]}';

async function planIn(ports: EnginePorts) {
  const [panel] = (await ports.readSettings()).panels;
  if (!panel) throw new Error('no panel');
  const gathered = await gatherFacts(ports, panel, '1001', {});
  if (!gathered.ok) throw new Error(gathered.error.code);
  return planSend(gathered.value.facts);
}

async function sentAndDone() {
  const sending = await sent();
  await sending.runner.run();
  await letPass(sending.bench, [sending.runner], 12);
  expect(await sending.state()).toBe('done');
  return sending;
}

describe('a charge of an account that was removed', () => {
  it('keeps its invoice from being charged again in another account', async () => {
    const { bench, profile } = await sentAndDone();
    const { ports } = await profile.worker(withAnotherAccount(bench));
    expect(await planIn(ports)).toMatchObject({
      kind: 'blocked',
      reasons: [{ code: 'live-in-other-account', params: { charge: onlyCharge(bench).id } }],
    });
  });

  it('that was paid says so', async () => {
    const { bench, profile, ports: before } = await sentAndDone();
    bench.asaas.pay(onlyCharge(bench).id);
    await planNow(bench, before);
    const { ports } = await profile.worker(withAnotherAccount(bench));
    expect(await planIn(ports)).toMatchObject({
      kind: 'blocked',
      reasons: [{ code: 'already-paid' }],
    });
  });

  it('that was deleted stands in nobody’s way', async () => {
    const { bench, profile, ports: before } = await sentAndDone();
    bench.asaas.delete(onlyCharge(bench).id);
    await planNow(bench, before);
    const { ports } = await profile.worker(withAnotherAccount(bench));
    expect(await planIn(ports)).toMatchObject({ kind: 'new' });
  });

  it('in the sandbox says nothing of one for real', async () => {
    const { bench, profile } = await sentAndDone();
    const other = withAnotherAccount(bench);
    const { accounts, panels, ...rest } = await other.readSettings();
    const real = { ...other.account, id: 'production:1', environment: 'production' as const };
    const { ports } = await profile.worker({
      ...other,
      readSettings: () =>
        Promise.resolve({
          ...rest,
          accounts: accounts.map(() => real),
          panels: panels.map((panel) => ({ ...panel, accountId: real.id })),
        }),
    });
    expect(await planIn(ports)).toMatchObject({ kind: 'new' });
  });
});

describe('a charge that Asaas no longer finds', () => {
  it('neither in its lists nor by its id is not charged again as if it had never been', async () => {
    const { bench, ports } = await sentAndDone();
    const list = { kind: 'status', status: 200, body: EMPTY } as const;
    bench.asaas.addFault({ method: 'GET', path: '/v3/payments', times: 0, fault: list });
    const gone = { kind: 'status', status: 404 } as const;
    bench.asaas.addFault({ method: 'GET', path: '/v3/payments/*', times: 0, fault: gone });
    const blocked = { kind: 'blocked', reasons: [{ code: 'charge-not-found' }] };
    expect(await planNow(bench, ports)).toMatchObject(blocked);
    expect(await groupShown(bench, ports)).toBe('unknown');
    expect(await planNow(bench, ports)).toMatchObject(blocked);

    bench.asaas.clearFaults();
    expect(await planNow(bench, ports)).toMatchObject({ kind: 'reuse' });
    expect(await groupShown(bench, ports)).toBe('open');
  });

  it('after it was paid and deleted is not forgotten', async () => {
    const { bench, ports } = await sentAndDone();
    const row = await ports.ledger.charges.get(onlyCharge(bench).id);
    if (!row) throw new Error('not in the ledger');
    bench.asaas.delete(row.id);
    const lost = { ...row, id: 'pay_lost', status: 'RECEIVED', paymentDate: row.dueDate };
    await ports.ledger.charges.put({ ...lost, deleted: true });
    expect(await planNow(bench, ports)).toMatchObject({
      kind: 'blocked',
      reasons: [{ code: 'charge-unknown-status' }],
    });
  });
});

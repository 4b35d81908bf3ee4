import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../../lib/engine/audit/chain.ts';
import { stopInherited } from '../../../../lib/engine/data/stop-inherited.ts';
import { createRunner } from '../../../../lib/engine/outbox/runner.ts';
import { activeJobs } from '../../../../lib/engine/outbox/store.ts';
import { entriesOf } from '../../../../lib/ledger/audit-chains.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { createWorkbench, letPass } from '../workbench.ts';

const COPY = { installationId: 'copia' };

describe('a restored profile', () => {
  it('sends nothing that was waiting in it, and says why', async () => {
    const bench = createWorkbench();
    const { worker } = bench.browser();
    const { ports: before } = await worker();
    const { id } = await bench.confirm(before);
    const { ports, runner } = await worker(COPY);
    await stopInherited(ports);
    await letPass(bench, [runner], 5);
    expect(bench.posts()).toHaveLength(0);
    expect(await activeJobs(ports)).toEqual([]);
    expect(await ports.ledger.jobs.get(id)).toMatchObject({
      state: 'blocked',
      failure: { code: 'profile-restored' },
    });
  });

  it('searches two days for what may have been asked for, and never asks for it again', async () => {
    const bench = createWorkbench();
    const { worker } = bench.browser();
    const { ports: before } = await worker();
    bench.asaas.addFault({
      method: 'POST',
      path: '/v3/payments',
      fault: { kind: 'drop-before-commit' },
    });
    const { id } = await bench.confirm(before);
    await createRunner(before).run();
    expect(await before.ledger.jobs.get(id)).toMatchObject({ state: 'unknown' });

    const { ports, runner } = await worker(COPY);
    await stopInherited(ports);
    for (let hour = 0; hour < 60; hour += 1) {
      await bench.clock.advance(3_600_000);
      await runner.run();
    }
    expect(bench.posts()).toHaveLength(1);
    expect(await ports.ledger.jobs.get(id)).toMatchObject({ state: 'blocked' });
    expect(await activeJobs(ports)).toEqual([]);
  });

  it.each([
    ['takes back its own charge', {}, 1],
    ['takes back no charge that another installation made', COPY, 2],
  ])('%s when another one was paid', async (_name, identity, left) => {
    const bench = createWorkbench();
    const { worker } = bench.browser();
    const { ports: before } = await worker();
    await bench.confirm(before);
    await createRunner(before).run();
    const [made] = bench.live();
    const rival = bench.asaas.seedCharge('acc_sandbox', {
      customer: made?.customer ?? '',
      value: cents(9990),
      dueDate: '2026-12-10',
      externalReference: made?.externalReference ?? '',
    });
    bench.asaas.pay(rival.id);
    const { runner } = await worker(identity);
    await letPass(bench, [runner], 30);
    expect(bench.live()).toHaveLength(left);
  });

  it('writes on in an audit chain of its own', async () => {
    const bench = createWorkbench();
    const { worker } = bench.browser();
    const { ports: before } = await worker();
    await bench.confirm(before);
    const { ports } = await worker(COPY);
    await stopInherited(ports);
    const chains = await Promise.all(
      [before.installationId, 'copia'].map((id) => entriesOf(ports.ledger, id)),
    );
    expect(chains.map((lines) => lines.map(({ action }) => action))).toEqual([
      ['job.queued'],
      ['job.blocked'],
    ]);
    expect(chains.map((lines) => verifyChain(lines))).toEqual([{ ok: true }, { ok: true }]);
  });
});

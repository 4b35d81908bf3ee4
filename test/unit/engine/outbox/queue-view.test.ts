import { describe, expect, it } from 'vitest';
import { readQueue } from '../../../../lib/engine/outbox/queue-view.ts';
import { retryJob } from '../../../../lib/engine/outbox/retry.ts';
import { writePaused } from '../../../../lib/ledger/pause.ts';
import { letPass } from '../workbench.ts';
import { chargedAtCounter, CLOSE } from './counter-work.ts';
import { sent } from './sent.ts';

const POST = { method: 'POST', path: '/v3/payments' } as const;

describe('the queue', () => {
  it('shows what is under way with its cause and its next try, and what stopped before what ended', async () => {
    const at = await chargedAtCounter();
    const { ledger } = at.ports;
    at.receive();
    const { id } = await at.enqueue(CLOSE);
    await writePaused(ledger, true);
    expect(await readQueue(ledger)).toMatchObject([
      { id, kind: 'counter', step: 'close', state: 'queued', paused: true },
      { kind: 'create', state: 'done', paused: false, retryable: false },
    ]);
    await writePaused(ledger, false);
    at.bench.asaas.edit(at.charge.id, { externalReference: null });
    await at.runner.run();
    expect(await readQueue(ledger)).toMatchObject([
      { id, state: 'blocked', failure: { code: 'charge-reassigned' }, retryable: true },
      { kind: 'create', state: 'done' },
    ]);
  });

  it('tells when a job that waits is tried next', async () => {
    const { bench, ports, runner } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'rate-limit', resetSeconds: 120 } });
    await runner.run();
    const [view] = await readQueue(ports.ledger);
    expect(view).toMatchObject({
      state: 'waiting',
      failure: { code: 'asaas-rate-limited' },
      nextAt: bench.clock.now() + 120_000,
    });
  });

  it('shows one that was tried anew only once', async () => {
    const { bench, ports, runner, job } = await sent();
    const { customer } = bench.ixc;
    bench.ixc.customer = { ...customer, document: '' };
    await runner.run();
    bench.ixc.customer = customer;
    await bench.clock.advance(1000);
    await retryJob(ports, job.id);
    await letPass(bench, [runner], 15);
    expect(await readQueue(ports.ledger)).toMatchObject([{ state: 'done' }]);
  });
});

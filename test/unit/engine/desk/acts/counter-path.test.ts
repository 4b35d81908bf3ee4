import { describe, expect, it } from 'vitest';
import { enqueueCounter } from '../../../../../lib/engine/outbox/counter-job.ts';
import { createSync } from '../../../../../lib/engine/sync/sync.ts';
import { CLOSE } from '../../outbox/counter-work.ts';
import { askedActs } from './asked-acts.ts';

const MINUTE = 60_000;

/** What the worker does by itself, every half minute, with a token that reads IXC. */
async function byItself(at: Awaited<ReturnType<typeof askedActs>>, minutes: number) {
  const sync = createSync(at.ports, enqueueCounter);
  for (let half = 0; half < minutes * 2; half += 1) {
    await at.bench.clock.advance(MINUTE / 2);
    await sync.run();
    await at.runner.run();
  }
}

describe('a payment at the counter', () => {
  it('takes no action at all beyond the receipt in IXC: five minutes later the charge is closed', async () => {
    const at = await askedActs('attendant');
    await byItself(at, 6);
    at.receive();
    await byItself(at, 5);
    expect(at.now()).toMatchObject({ status: 'RECEIVED_IN_CASH', value: 9990 });
    expect(await at.acts()).toEqual([]);
    expect(await at.counterJobs()).toMatchObject([{ state: 'done', step: { kind: 'close' } }]);
  });

  it('is one job with the one that a person asks for meanwhile', async () => {
    const at = await askedActs();
    at.receive();
    await at.enqueue(CLOSE);
    const { read } = await at.ask('receive-in-cash', { reason: '' });
    expect(read).toMatchObject({ value: { refusal: { code: 'under-way' } } });
    await at.runner.run();
    expect(at.posted('receiveInCash')).toHaveLength(1);
    expect(await at.counterJobs()).toHaveLength(1);
  });

  it('that a person asks for is told as theirs, with the reason, and waits for no last look', async () => {
    const at = await askedActs();
    at.receive();
    await at.askAndRun('receive-in-cash', { reason: 'pago no caixa 2' });
    const [job] = await at.counterJobs();
    expect(job).toMatchObject({ asked: true, state: 'done' });
    const lines = await at.ports.ledger.audit.toArray();
    const queued = lines.find(({ action }) => action === 'job.counter-queued');
    expect(queued?.detail).toMatchObject({ asked: true, reason: 'pago no caixa 2' });
  });
});

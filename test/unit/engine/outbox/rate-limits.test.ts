import { describe, expect, it } from 'vitest';
import { cancel } from '../../../../lib/engine/outbox/store.ts';
import { letPass } from '../workbench.ts';
import { sent } from './sent.ts';

const HOUR = 60 * 60;
const SEARCH = { method: 'GET', path: '/v3/payments' } as const;
const POST = { method: 'POST', path: '/v3/payments' } as const;

const pause = (resetSeconds: number) => ({ kind: 'rate-limit', resetSeconds }) as const;

describe('a pause that Asaas asked for', () => {
  it.each([
    ['of two hours', 2 * HOUR],
    ['of ninety seconds', 90],
  ])('%s is kept when it was answered to a reading', async (_name, seconds) => {
    const { bench, runner, state } = await sent();
    bench.asaas.addFault({ ...SEARCH, times: 0, fault: pause(seconds) });
    await runner.run();
    expect(await state()).toBe('waiting');
    bench.asaas.clearRequests();
    await letPass(bench, [runner], Math.floor(seconds / 60) - 0.5);
    expect(bench.asaas.requests()).toEqual([]);
    bench.asaas.clearFaults();
    await letPass(bench, [runner], 1.5);
    expect(await state()).toBe('verified');
  });

  it('is kept by the search for a request without an answer', async () => {
    const { bench, runner, state } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'drop-after-commit' } });
    bench.asaas.addFault({ ...SEARCH, skip: 2, times: 0, fault: pause(2 * HOUR) });
    await runner.run();
    expect(await state()).toBe('unknown');
    bench.asaas.clearRequests();
    await letPass(bench, [runner], 119);
    expect(bench.asaas.requests()).toEqual([]);
    bench.asaas.clearFaults();
    await letPass(bench, [runner], 2);
    expect(await state()).toBe('verified');
  });

  it('is kept when it is longer than any that Asaas documents, as far as half a day', async () => {
    const { bench, runner, state } = await sent();
    bench.asaas.addFault({ ...POST, times: 0, fault: pause(24 * HOUR) });
    await runner.run();
    bench.asaas.clearRequests();
    await letPass(bench, [runner], 60);
    expect(await state()).toBe('waiting');
    expect(bench.asaas.requests()).toEqual([]);
  });
});

describe('a sending that was called off while it waited', () => {
  it('no longer says that it goes on by itself', async () => {
    const { bench, runner, ports, job } = await sent();
    bench.asaas.addFault({ ...POST, fault: pause(HOUR) });
    await runner.run();
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({ failure: { code: 'asaas-quota' } });
    expect(await cancel(ports, job.id)).toBe('cancelled');
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({
      state: 'cancelled',
      failure: null,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { letPass } from '../workbench.ts';
import { sent } from './sent.ts';

describe('a request whose answer never came', () => {
  const POST = { method: 'POST', path: '/v3/payments' };

  it('is found at once when Asaas had carried it out', async () => {
    const { bench, runner, state } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'drop-after-commit' } });
    await runner.run();
    expect(await state()).toBe('verified');
    expect(bench.posts()).toHaveLength(1);
    expect(bench.live()).toHaveLength(1);
  });

  it('is sent again only after ten minutes and three searches, when Asaas never got it', async () => {
    const { bench, runner, state } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'drop-before-commit' } });
    await runner.run();
    expect(await state()).toBe('unknown');
    await letPass(bench, [runner], 9);
    expect(bench.posts()).toHaveLength(1);
    await letPass(bench, [runner], 4);
    expect(bench.posts()).toHaveLength(2);
    expect(bench.live()).toHaveLength(1);
  });

  it.each([30, 290, 590])('is not sent again when it commits %i seconds late', async (seconds) => {
    const { bench, runner, state } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'late-commit', seconds } });
    await runner.run();
    await letPass(bench, [runner], 30);
    expect(bench.posts()).toHaveLength(1);
    expect(bench.live()).toHaveLength(1);
    expect(await state()).toBe('done');
  });

  it('leaves one charge even when it commits after the second request', async () => {
    const { bench, runner } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'late-commit', seconds: 780 } });
    await runner.run();
    await letPass(bench, [runner], 40);
    expect(bench.posts()).toHaveLength(2);
    expect(bench.live()).toHaveLength(1);
  });

  it('is found although the lists show it late', async () => {
    const { bench, runner } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'list-lag', seconds: 120 } });
    bench.asaas.addFault({ ...POST, fault: { kind: 'drop-after-commit' } });
    await runner.run();
    await letPass(bench, [runner], 20);
    expect(bench.posts()).toHaveLength(1);
    expect(bench.live()).toHaveLength(1);
  });

  it('is left to a person after the second one, and still found when it turns up', async () => {
    const { bench, runner, ports, job } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'drop-before-commit' }, times: 2 });
    await runner.run();
    await letPass(bench, [runner], 30);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({
      state: 'blocked',
      failure: { code: 'check-in-asaas' },
    });
    expect(bench.posts()).toHaveLength(2);
    await letPass(bench, [runner], 90);
    expect(bench.posts()).toHaveLength(2);
  });

  it.each([
    ['a 500', { kind: 'status', status: 500 }],
    ['a 502 that hides a success', { kind: 'status', status: 502, carriedOut: true }],
    ['HTML with 200', { kind: 'html', status: 200, carriedOut: true }],
    ['rubbish', { kind: 'rubbish' }],
    ['half a body', { kind: 'truncated-body' }],
  ] as const)('is one charge in the end after %s', async (_name, fault) => {
    const { bench, runner } = await sent();
    bench.asaas.addFault({ ...POST, fault });
    await runner.run();
    await letPass(bench, [runner], 30);
    expect(bench.live()).toHaveLength(1);
  });
});

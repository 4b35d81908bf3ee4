import { describe, expect, it } from 'vitest';
import { createRunner } from '../../../../../lib/engine/outbox/runner.ts';
import type { Fault } from '../../../../emulators/asaas/index.ts';
import { mortal } from '../../outbox/mortal.ts';
import { letPass } from '../../workbench.ts';
import { noticedPayers } from './noticed.ts';

const BATCH = { method: 'PUT', path: '/v3/notifications/batch' } as const;

/** Wherever the worker dies, the next one goes on until everything is over. */
async function diesAfter(steps: number) {
  const at = await noticedPayers({ ours: 3 });
  await at.survey();
  await at.runner.run();
  await at.confirm(3);
  const doomed = mortal(at.ports, steps);
  await createRunner(doomed.ports)
    .run()
    .catch(() => undefined);
  const next = await at.browser.worker();
  // Another life finds the lease of the dead one, and waits for it.
  await letPass(at.bench, [next.runner], 4);
  return { at, died: doomed.died() };
}

describe('a standardisation whose worker dies', () => {
  it.each(Array.from({ length: 30 }, (_, steps) => steps + 1))(
    'after %i steps is carried to its end by the next one',
    async (steps) => {
      const { at } = await diesAfter(steps);
      expect(await at.run()).toMatchObject({ state: 'done' });
      expect(await at.counts()).toMatchObject({ changed: 3, failed: 0, intent: 0, differs: 0 });
      // One request each, and one more for the payer that nobody heard of.
      expect(at.batches().length).toBeLessThanOrEqual(4);
      const foreign = at.foreign.flatMap((payer) => at.noticesOf(payer));
      expect(foreign.every(({ smsEnabledForCustomer }) => smsEnabledForCustomer)).toBe(true);
    },
  );

  it('dies at all in this test', async () => {
    expect((await diesAfter(5)).died).toBe(true);
  });
});

describe('a standardisation that Asaas answers badly', () => {
  const faults: readonly (readonly [string, Fault])[] = [
    ['a time-out before it was carried out', { kind: 'drop-before-commit' }],
    ['a time-out after it was carried out', { kind: 'drop-after-commit' }],
    ['one that is carried out late', { kind: 'late-commit', seconds: 20 }],
    ['a 5xx', { kind: 'status', status: 503 }],
    ['a 5xx that hides a success', { kind: 'status', status: 500, carriedOut: true }],
    ['too many requests', { kind: 'rate-limit' }],
    ['a page of HTML', { kind: 'html', status: 200 }],
    ['an empty 401', { kind: 'empty-401' }],
  ];

  it.each(faults)('%s: every payer is changed in the end', async (_name, fault) => {
    const at = await noticedPayers({ ours: 3 });
    await at.survey();
    await at.runner.run();
    at.bench.asaas.addFault({ ...BATCH, fault, skip: 1 });
    await at.confirm(3);
    await letPass(at.bench, [at.runner], 70);
    expect(await at.run()).toMatchObject({ state: 'done' });
    expect(await at.counts()).toMatchObject({ changed: 3, failed: 0 });
  });

  it.each(faults)('%s while it is listed and read: nothing is lost', async (_name, fault) => {
    const at = await noticedPayers({ ours: 3 });
    at.bench.asaas.addFault({ method: 'GET', path: '/v3/customers', fault });
    at.bench.asaas.addFault({ method: 'GET', path: '/v3/customers/*/notifications', fault });
    await at.survey();
    await letPass(at.bench, [at.runner], 140);
    expect(await at.counts()).toMatchObject({ differs: 3 });
    expect(at.writes()).toEqual([]);
  });
});

describe('a long list of payers', () => {
  it('is read to its end, each payer once', async () => {
    const at = await noticedPayers({ ours: 230, notifier: 'none' });
    await at.survey();
    await letPass(at.bench, [at.runner], 1);
    expect(await at.counts()).toMatchObject({ differs: 230 });
  });
});

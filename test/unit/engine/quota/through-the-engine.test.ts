import { describe, expect, it } from 'vitest';
import { createAsaasClient } from '../../../../lib/asaas/client.ts';
import { createGovernor } from '../../../../lib/engine/quota/governor.ts';
import { createRunner } from '../../../../lib/engine/outbox/runner.ts';
import { createSync } from '../../../../lib/engine/sync/sync.ts';
import { createTransport } from '../../../../lib/http/guarded-fetch.ts';
import { unspent } from '../../../../lib/ledger/quota.ts';
import { createAsaasEmulator, SANDBOX_KEY } from '../../../emulators/asaas/index.ts';
import { createVirtualClock } from '../../../emulators/http/clock.ts';
import { account, settings } from '../../../fixtures/settings.ts';
import { openDrawer } from '../drawer/open-drawer.ts';
import { freshLedger } from '../engine-ports.ts';
import { sent } from '../outbox/sent.ts';
import { movingOn } from '../patience.ts';
import { letPass } from '../workbench.ts';

const MINUTE = 60_000;

describe('who waits for a request', () => {
  it('is whoever opened the drawer', async () => {
    const { ready, ports } = await openDrawer();
    await ready();
    const row = await ports.ledger.quota.get(account.id);
    expect(row?.spent).toMatchObject({ sweep: 0, job: 0 });
    expect(row?.spent.person).toBeGreaterThan(0);
  });

  it('is whoever has just confirmed a job, and nobody when it is verified later', async () => {
    const { bench, ports, state } = await sent();
    let waits = new Set<string>();
    const runner = createRunner({
      ...ports,
      asaas: (of, purpose) => {
        waits.add(purpose ?? 'unsaid');
        return ports.asaas(of, purpose);
      },
    });
    await runner.run();
    expect([...waits]).toEqual(['person']);
    waits = new Set();
    await letPass(bench, [runner], 12);
    expect(await state()).toBe('done');
    expect([...waits]).toEqual(['job']);
  });

  it('is nobody in a sweep, which counts on its own share', async () => {
    const { bench, ports } = await sent();
    bench.asaas.clearRequests();
    const before = (await ports.ledger.quota.get(account.id))?.spent.sweep ?? 0;
    await createSync(ports).run();
    const after = (await ports.ledger.quota.get(account.id))?.spent.sweep ?? 0;
    expect(bench.asaas.requests().length).toBeGreaterThan(0);
    expect(after - before).toBeGreaterThanOrEqual(bench.asaas.requests().length);
  });
});

describe('a creation that the governor puts off', () => {
  it('was never sent, is no open question, and goes once when the pause is over', async () => {
    const { bench, profile, job } = await sent();
    const create = { remaining: 0, resetAt: bench.clock.now() + 5 * MINUTE };
    await profile.ledger.quota.put({
      ...unspent(account.id),
      windows: { 'POST v3/payments': create, 'POST v3/customers': create },
    });
    // A worker that starts now reads what the one before it learned.
    const { runner } = await profile.worker();
    await runner.run();
    expect(bench.asaas.requests({ method: 'POST' })).toEqual([]);
    const waiting = await profile.ledger.jobs.get(job.id);
    expect(waiting).toMatchObject({ state: 'waiting', failure: { code: 'asaas-rate-limited' } });
    expect(waiting?.attempts.map(({ outcome }) => outcome)).toEqual(['put-off']);
    await letPass(bench, [runner], 4);
    expect(bench.asaas.requests({ method: 'POST' })).toEqual([]);
    await letPass(bench, [runner], 3);
    expect(bench.posts()).toHaveLength(1);
    expect(bench.live()).toHaveLength(1);
  });
});

describe('an endpoint that takes twenty requests in ten seconds', () => {
  it('answers sixty, never refuses one, and is asked for as long as it needs and no longer', async () => {
    const clock = createVirtualClock({ start: '2026-11-22T15:00:00Z', ticking: false });
    const asaas = createAsaasEmulator({ clock, limits: { statement: 20 } });
    const governor = createGovernor({
      ledger: freshLedger(),
      now: clock.now,
      readSettings: () => Promise.resolve(settings),
      sleep: movingOn(clock),
    });
    const transport = createTransport({
      fetch: (input, init) => asaas.handle(new Request(input, init)),
      allowedHosts: () => new Set(['api-sandbox.asaas.com']),
      hasPermission: () => Promise.resolve(true),
    });
    const client = createAsaasClient({
      transport: governor.govern(account.id, 'job', transport),
      credentials: { accountId: account.id, environment: 'sandbox', key: SANDBOX_KEY },
    });
    const started = clock.now();
    const today = '2026-11-22' as Parameters<typeof client.movements>[0]['from'];
    const answers = await Promise.all(
      Array.from({ length: 60 }, () =>
        client.movements({ from: today, to: today }, { offset: 0, limit: 1 }),
      ),
    );
    expect(asaas.control.requests().filter(({ status }) => status === 429)).toEqual([]);
    // What would have had to wait for longer than a job is held was put off without being sent.
    const served = answers.filter(({ ok }) => ok).length;
    expect(served).toBe(asaas.control.requests().length);
    // Of each twenty two are kept for people.
    expect(served).toBe(36);
    expect(clock.now() - started).toBe(10_000);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../../lib/billing/result.ts';
import { createDrawerSession } from '../../../../lib/engine/drawer/drawer-session.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import type { Runner } from '../../../../lib/engine/outbox/runner.ts';
import type { DrawerPush } from '../../../../lib/messages/drawer.ts';
import { seedPerson } from '../lookalike.ts';
import { createWorkbench, ORIGIN } from '../workbench.ts';

function openDrawer(engine: EnginePorts, runner: Runner): DrawerPush[] {
  const pushes: DrawerPush[] = [];
  createDrawerSession(
    { engine, runner, openOptions: () => Promise.resolve() },
    { origin: ORIGIN, invoiceId: '1001' },
    (push) => pushes.push(push),
  );
  return pushes;
}

describe('a drawer is never told', () => {
  it('a whole CPF, be it of the customer or of a payer at Asaas', async () => {
    const bench = createWorkbench();
    seedPerson(bench);
    const { ports, runner } = await bench.browser().worker();
    const pushes = openDrawer(ports, runner);
    await vi.waitFor(
      () => {
        expect(pushes.at(-1)).toMatchObject({
          snapshot: { plan: { kind: 'new', payer: { kind: 'known' } }, busy: false },
        });
      },
      { timeout: 1500, interval: 5 },
    );
    expect(JSON.stringify(pushes)).not.toContain('52998224725');
  });

  it('a name that was still being read when the vault was locked', async () => {
    const bench = createWorkbench();
    const profile = bench.browser();
    const asked = Promise.withResolvers<undefined>();
    const answer = Promise.withResolvers<undefined>();
    const slow = bench.reading({
      customer: async () => {
        asked.resolve(undefined);
        await answer.promise;
        return ok(bench.ixc.customer);
      },
    });
    let isLocked = false;
    const { ports, runner } = await profile.worker({
      ixc: (origin) => (isLocked ? Promise.resolve(fail({ code: 'locked' })) : slow(origin)),
    });
    const pushes = openDrawer(ports, runner);
    await asked.promise;
    isLocked = true;
    ports.events.vaultTurned();
    answer.resolve(undefined);
    await vi.waitFor(
      () => {
        expect(pushes.at(-1)).toMatchObject({
          snapshot: { customer: null, failure: { code: 'locked' }, busy: false },
        });
      },
      { timeout: 1500, interval: 5 },
    );
    expect(JSON.stringify(pushes)).not.toContain('Maria');
  });
});

import { describe, expect, it } from 'vitest';
import { createRunner } from '../../../../../lib/engine/outbox/runner.ts';
import { verifyChain } from '../../../../../lib/engine/audit/chain.ts';
import type { Fault } from '../../../../emulators/asaas/index.ts';
import { Death, mortal } from '../../outbox/mortal.ts';
import { openDrawerOf } from '../../drawer/open-drawer.ts';
import { letPass } from '../../workbench.ts';
import { CARRIED_OUT } from '../acts/lost-requests.ts';
import { confirmShown, PUT, recordOf, staleDrawer, stalePayer, updatesOf } from './stale-payer.ts';

const POST_PAYER = { method: 'POST', path: '/v3/customers' } as const;
const NOT_DONE: readonly [string, Fault][] = [
  ['it never arrives', { kind: 'drop-before-commit' }],
  ['the server fails', { kind: 'status', status: 500 }],
  ['the line is full', { kind: 'status', status: 429 }],
];

describe('the update of a payer whose request goes wrong', () => {
  it.each([...CARRIED_OUT, ...NOT_DONE])(
    'neither holds up nor repeats the charge, and ends as asked for, when %s',
    async (_what, fault) => {
      const at = await staleDrawer();
      at.bench.asaas.addFault({ ...PUT, fault });
      await confirmShown(at, 30);
      expect(at.bench.posts()).toHaveLength(1);
      expect(at.bench.live()).toHaveLength(1);
      expect(recordOf(at.bench, at.payerId).mobilePhone).toBe('11987654321');
      expect(await updatesOf(at.ports)).toMatchObject([{ state: 'done' }]);
      expect(at.bench.asaas.requests(POST_PAYER)).toEqual([]);
    },
  );

  it('reads the payer before every request that it makes again', async () => {
    const at = await staleDrawer();
    const fault: Fault = { kind: 'status', status: 502 };
    at.bench.asaas.addFault({ ...PUT, fault, times: 3 });
    await confirmShown(at, 30);
    const path = `/v3/customers/${at.payerId}`;
    const methods = at.bench.asaas
      .requests()
      .filter((request) => request.path === path)
      .map(({ method }) => method);
    expect(methods.filter((method) => method === 'PUT')).toHaveLength(4);
    for (const [place, method] of methods.entries()) {
      if (method === 'PUT') expect(methods[place - 1]).toBe('GET');
    }
  });

  it('is told when Asaas refuses it, and the charge is there', async () => {
    const at = await staleDrawer();
    at.bench.asaas.addFault({ ...PUT, fault: { kind: 'status', status: 400 }, times: 0 });
    await confirmShown(at, 15);
    expect(at.bench.live()).toHaveLength(1);
    expect(await updatesOf(at.ports)).toMatchObject([{ state: 'blocked' }]);
    expect(at.bench.asaas.requests(PUT)).toHaveLength(1);
    const { desk, charge } = await at.until((now) => now.desk.payer?.job?.state === 'blocked');
    expect(charge).not.toBeNull();
    expect(desk.payer?.job?.failure).not.toBeNull();
  });
});

describe('a worker that dies beside a sending with an update', () => {
  it('leaves one charge, one payer and what IXC has, wherever it died', async () => {
    let deaths = 0;
    for (let steps = 1; steps < 60; steps += 1) {
      const { bench, payerId } = stalePayer();
      const profile = bench.browser();
      const first = await profile.worker();
      const drawer = openDrawerOf({
        engine: first.ports,
        runner: { ...first.runner, run: () => Promise.resolve() },
      });
      const { planId } = await drawer.ready();
      await drawer.session.handle({ verb: 'confirm', planId: planId ?? '', choices: {} });
      drawer.session.close();
      const { ports, died } = mortal(first.ports, steps);
      await createRunner(ports)
        .run()
        .catch((reason: unknown) => {
          if (!(reason instanceof Death)) throw reason;
        });
      const next = await profile.worker();
      await letPass(bench, [next.runner], 30);
      expect({
        steps,
        live: bench.live().length,
        payers: bench.asaas.customers().length,
        mobile: recordOf(bench, payerId).mobilePhone,
        update: (await updatesOf(next.ports)).map(({ state }) => state),
        audit: verifyChain(await next.ports.ledger.audit.toArray()),
      }).toEqual({
        steps,
        live: 1,
        payers: 1,
        mobile: '11987654321',
        update: ['done'],
        audit: { ok: true },
      });
      if (!died()) break;
      deaths += 1;
    }
    expect(deaths).toBeGreaterThan(10);
  }, 60_000);
});

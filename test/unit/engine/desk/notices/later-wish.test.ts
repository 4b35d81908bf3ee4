import { describe, expect, it, vi } from 'vitest';
import { FRUGAL_GRID } from '../../../../../lib/billing/notices/frugal-grid.ts';
import type { NoticeWish } from '../../../../../lib/billing/notices/notice.ts';
import { ok } from '../../../../../lib/billing/result.ts';
import { enqueueRun } from '../../../../../lib/engine/outbox/notices/run-orders.ts';
import { enqueueNotices } from '../../../../../lib/engine/outbox/notices/enqueue-notices.ts';
import { retryJob } from '../../../../../lib/engine/outbox/retry.ts';
import { createRunner } from '../../../../../lib/engine/outbox/runner.ts';
import type { Purpose } from '../../../../../lib/engine/ports.ts';
import { KEY } from '../../../../fixtures/provider.ts';
import { account, ORIGIN } from '../../../../fixtures/settings.ts';
import { letPass } from '../../workbench.ts';
import { noticedPayers } from './noticed.ts';

const REFUSED = { kind: 'status', status: 400, body: '{"errors":[]}' } as const;
const CUSTOMER = { method: 'PUT', path: '/v3/customers/*' } as const;

async function onePayer() {
  const at = await noticedPayers({ ours: 0 });
  const { id } = at.seed(`ixc:${KEY}:c:900`, { notificationDisabled: true });
  const isSilenced = () => at.customer(id)?.notificationDisabled;
  /** What an operator asks for in a drawer. */
  const ask = async (silenced: boolean | null, channels: NoticeWish['channels'] = {}) => {
    const job = await enqueueNotices(at.ports, {
      ...{ accountId: account.id, environment: 'sandbox', origin: ORIGIN, providerKey: KEY },
      ...{ invoiceId: '1001', targetId: id, because: 'asked' },
      wish: { silenced, channels },
    });
    await letPass(at.bench, [at.runner], 1);
    return job;
  };
  return { ...at, id, isSilenced, ask };
}

describe('a wish for one payer that was refused, tried again', () => {
  it('does not undo what was asked for since', async () => {
    const at = await onePayer();
    at.bench.asaas.addFault({ ...CUSTOMER, fault: REFUSED });
    const first = await at.ask(false);
    expect(await at.ports.ledger.jobs.get(first.id)).toMatchObject({ state: 'blocked' });
    await at.ask(true);
    expect(await retryJob(at.ports, first.id)).toMatchObject({ error: { code: 'notices-newer' } });
    await letPass(at.bench, [at.runner], 1);
    expect(at.isSilenced()).toBe(true);
  });

  it('does not undo what was confirmed for all payers since, however long ago they were listed', async () => {
    const at = await onePayer();
    await at.survey();
    await at.runner.run();
    await at.bench.clock.advance(60_000);
    at.bench.asaas.addFault({ method: 'PUT', path: '/v3/notifications/batch', fault: REFUSED });
    const first = await at.ask(null, { received: { call: true } });
    expect(await at.ports.ledger.jobs.get(first.id)).toMatchObject({ state: 'blocked' });
    await at.bench.clock.advance(60_000);
    await at.confirm(1);
    await letPass(at.bench, [at.runner], 2);
    expect(at.isSilenced()).toBe(false);
    expect(await retryJob(at.ports, first.id)).toMatchObject({ error: { code: 'notices-newer' } });
  });

  it('is carried out where it is still the last one', async () => {
    const at = await onePayer();
    at.bench.asaas.addFault({ ...CUSTOMER, fault: REFUSED });
    const first = await at.ask(false);
    expect(await retryJob(at.ports, first.id)).toMatchObject({ ok: true });
    await letPass(at.bench, [at.runner], 1);
    expect(at.isSilenced()).toBe(false);
  });
});

describe('a standardisation', () => {
  it('leaves a payer alone of whom an operator said otherwise after it was confirmed', async () => {
    const at = await onePayer();
    await at.survey();
    await at.runner.run();
    await at.confirm(1);
    await at.hold(true);
    await at.ask(true);
    await at.hold(false);
    await letPass(at.bench, [at.runner], 3);
    expect(at.isSilenced()).toBe(true);
    expect(await at.counts()).toMatchObject({ left: 1, changed: 0 });
  });

  it('that would be begun under another choice says so instead of asking to confirm again', async () => {
    const at = await onePayer();
    await at.survey();
    await at.runner.run();
    at.bench.configure((settings) => ({
      ...settings,
      sending: { ...settings.sending, notifier: 'none' },
    }));
    expect(await at.confirm(1)).toMatchObject({ error: { code: 'notices-outdated' } });
  });

  it('never goes before what a person waits for', async () => {
    const at = await noticedPayers({ ours: 3 });
    const ranks: (Purpose | undefined)[] = [];
    const { asaas } = at.ports;
    const ports = {
      ...at.ports,
      asaas: (...[of, purpose]: Parameters<typeof asaas>) => {
        ranks.push(purpose);
        return asaas(of, purpose);
      },
    };
    await at.survey();
    await createRunner(ports).run();
    expect(new Set(ranks)).toEqual(new Set(['job']));
  });

  it('of four accounts leaves room for what is charged meanwhile', async () => {
    const { bench, ports } = await noticedPayers({ ours: 0 });
    const others = [1, 2, 3, 4].map((number) => ({ ...account, id: `sandbox:${number}` }));
    bench.configure((settings) => ({ ...settings, accounts: [...settings.accounts, ...others] }));
    // As long as the list of a large account takes.
    const listNoticePayers = () => new Promise<never>(() => undefined);
    const asaas: typeof ports.asaas = async (...asked) => {
      const client = await ports.asaas(...asked);
      return client.ok ? ok({ ...client.value, listNoticePayers }) : client;
    };
    for (const { id: accountId } of others) {
      const about = { origin: ORIGIN, providerKey: KEY, environment: 'sandbox' } as const;
      await enqueueRun(ports, { accountId, ...about, notifier: 'asaas', grid: FRUGAL_GRID });
    }
    bench.ixc.customer = { ...bench.ixc.customer, document: '11144477735' };
    await bench.confirm(ports);
    void createRunner({ ...ports, asaas }).run();
    const isCharged = () => {
      expect(bench.live()).toHaveLength(1);
    };
    await vi.waitFor(isCharged, { timeout: 4000 });
  });
});

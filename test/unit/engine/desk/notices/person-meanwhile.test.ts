import { describe, expect, it } from 'vitest';
import { ok } from '../../../../../lib/billing/result.ts';
import { enqueueNotices } from '../../../../../lib/engine/outbox/notices/enqueue-notices.ts';
import { runJob } from '../../../../../lib/engine/outbox/machine.ts';
import { createRunner } from '../../../../../lib/engine/outbox/runner.ts';
import type { EnginePorts } from '../../../../../lib/engine/ports.ts';
import { KEY } from '../../../../fixtures/provider.ts';
import { account, ORIGIN } from '../../../../fixtures/settings.ts';
import { letPass } from '../../workbench.ts';
import { noticedPayers } from './noticed.ts';

const CUSTOMER = { method: 'PUT', path: '/v3/customers/*' } as const;

/** A standardisation that is to switch one silent payer on, confirmed. */
async function confirmed() {
  const at = await noticedPayers({ ours: 0 });
  const { id } = at.seed(`ixc:${KEY}:c:900`, { notificationDisabled: true });
  /** A person says that this payer is to be told nothing. */
  const silence = (ports: EnginePorts = at.ports) =>
    enqueueNotices(ports, {
      ...{ accountId: account.id, environment: 'sandbox', origin: ORIGIN, providerKey: KEY },
      ...{ invoiceId: '1001', targetId: id, because: 'asked' },
      wish: { silenced: true, channels: {} },
    });
  await at.survey();
  await at.runner.run();
  await at.confirm(1);
  return { ...at, id, silence, isSilenced: () => at.customer(id)?.notificationDisabled };
}

describe('what a person says of one payer while all are standardised', () => {
  it.each([
    ['was lost', { kind: 'drop-after-commit' }],
    ['was a 5xx', { kind: 'status', status: 503 }],
    ['was too many requests', { kind: 'rate-limit' }],
  ] as const)('stands where the answer of the standardisation %s', async (_name, fault) => {
    const at = await confirmed();
    at.bench.asaas.addFault({ ...CUSTOMER, fault });
    await at.runner.run();
    await at.silence();
    await letPass(at.bench, [at.runner], 70);
    expect(await at.run()).toMatchObject({ state: 'done' });
    expect(at.isSilenced()).toBe(true);
  });

  it('stands where it is said while the payer is being read', async () => {
    const at = await confirmed();
    let said = false;
    const asaas: EnginePorts['asaas'] = async (...asked) => {
      const client = await at.ports.asaas(...asked);
      if (!client.ok) return client;
      const { notices } = client.value;
      return ok({
        ...client.value,
        notices: async (payerId: string) => {
          const read = await notices(payerId);
          if (!said) {
            said = true;
            await runJob(at.ports, (await at.silence()).id);
          }
          return read;
        },
      });
    };
    await createRunner({ ...at.ports, asaas }).run();
    await letPass(at.bench, [at.runner], 5);
    expect(said).toBe(true);
    expect(at.isSilenced()).toBe(true);
  });

  it('stands where the worker dies once it is written', async () => {
    const at = await confirmed();
    const changed = () => {
      throw new Error('the worker is dead');
    };
    await at.silence({ ...at.ports, events: { ...at.ports.events, changed } }).catch(() => null);
    await letPass(at.bench, [at.runner], 5);
    expect(at.isSilenced()).toBe(true);
  });

  it('is not undone when the payers that failed are tried once more', async () => {
    const at = await confirmed();
    const fault = { kind: 'status', status: 400, body: '{"errors":[]}' } as const;
    at.bench.asaas.addFault({ ...CUSTOMER, fault });
    await letPass(at.bench, [at.runner], 2);
    const { id: jobId } = await at.run();
    expect(await at.counts()).toMatchObject({ failed: 1 });
    await at.bench.clock.advance(60_000);
    await at.silence();
    await letPass(at.bench, [at.runner], 1);
    await at.own['payer-notices/retry']({ verb: 'payer-notices/retry', jobId });
    await letPass(at.bench, [at.runner], 5);
    expect(at.isSilenced()).toBe(true);
  });
});

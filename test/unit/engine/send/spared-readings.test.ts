import { describe, expect, it } from 'vitest';
import { ok } from '../../../../lib/billing/result.ts';
import { locateCharges } from '../../../../lib/engine/send/locate.ts';
import { createRecall } from '../../../../lib/engine/send/recall.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { accountOf } from '../readings.ts';
import { createWorkbench, letPass, REFERENCE, type Workbench } from '../workbench.ts';

const SANDBOX = 'acc_sandbox';
const POST = { method: 'POST', path: '/v3/payments' } as const;

/** The customer's payer, as this provider made it. */
function seedPayer(bench: Workbench) {
  const { name, document } = bench.ixc.customer;
  const externalReference = `ixc:${KEY}:c:${bench.ixc.customer.id}`;
  return bench.asaas.seedCustomer(SANDBOX, { name, cpfCnpj: document, externalReference });
}

function seedCharge(bench: Workbench, customer: string, externalReference: string) {
  const seed = { customer, billingType: 'PIX', value: 9990, dueDate: '2026-12-10' } as const;
  const createdAt = bench.clock.now() - 30 * 86_400_000;
  return bench.asaas.seedCharge(SANDBOX, { ...seed, externalReference, createdAt });
}

/** What was asked of Asaas since the log was cleared, in short. */
function asked({ asaas }: Workbench): string[] {
  return asaas.requests().map(({ method, path, query }) => {
    if (method !== 'GET') return `${method} ${path}`;
    return Object.keys(query)
      .filter((name) => name !== 'limit' && name !== 'offset')
      .concat(query['externalReference'] === `${REFERENCE}:2` ? ['again'] : [])
      .join(' ');
  });
}

/** A drawer that was read and confirmed, of a known payer. */
async function confirmed() {
  const bench = createWorkbench();
  const payer = seedPayer(bench);
  const profile = bench.browser();
  const worker = await profile.worker();
  await bench.confirm(worker.ports);
  const drawer = asked(bench);
  bench.asaas.clearRequests();
  return { bench, payer, profile, drawer, ...worker };
}

describe('a job whose drawer was read a moment ago', () => {
  it('asks for the invoice’s charges before its request and after it, and for nothing else', async () => {
    const { bench, runner } = await confirmed();
    await runner.run();
    expect(asked(bench)).toEqual(['externalReference', 'POST /v3/payments', 'externalReference']);
  });

  it('reads IXC before its request all the same', async () => {
    const { bench, runner } = await confirmed();
    const before = bench.ixc.reads;
    await runner.run();
    expect(bench.ixc.reads).toBeGreaterThan(before);
  });

  it('sees a charge that another browser made since', async () => {
    const { bench, payer, runner } = await confirmed();
    seedCharge(bench, payer.id, REFERENCE);
    await runner.run();
    expect(bench.posts()).toEqual([]);
  });

  it('reads everything once more than two minutes have passed', async () => {
    const { bench, drawer, runner } = await confirmed();
    await bench.clock.advance(121_000);
    await runner.run();
    const before = asked(bench).slice(0, asked(bench).indexOf('POST /v3/payments'));
    expect(before.toSorted()).toEqual(drawer.toSorted());
  });

  it('reads everything where another worker has taken its place', async () => {
    const { bench, drawer, profile } = await confirmed();
    const { runner } = await profile.worker();
    await runner.run();
    const before = asked(bench).slice(0, asked(bench).indexOf('POST /v3/payments'));
    expect(before.toSorted()).toEqual(drawer.toSorted());
  });

  it('reads everything before a second request', async () => {
    const { bench, runner } = await confirmed();
    bench.asaas.addFault({ ...POST, fault: { kind: 'drop-before-commit' } });
    await runner.run();
    await letPass(bench, [runner], 15);
    const [, second, ...others] = asked(bench).flatMap((what, at) =>
      what === 'POST /v3/payments' ? [at] : [],
    );
    expect(others).toEqual([]);
    expect(asked(bench).slice(0, second)).toEqual(
      expect.arrayContaining(['cpfCnpj', 'externalReference again']),
    );
    expect(bench.live()).toHaveLength(1);
  });
});

describe('payers', () => {
  it('that are known are asked for once, by document', async () => {
    const { drawer } = await confirmed();
    expect(drawer.filter((what) => what === 'cpfCnpj')).toHaveLength(1);
    // Two references of the invoice, and none of the payer.
    expect(drawer.filter((what) => what.startsWith('externalReference'))).toHaveLength(2);
  });

  it('that nobody found are asked for again: two invoices of a new customer make one payer', async () => {
    const bench = createWorkbench();
    const invoice = (id: string) => Promise.resolve(ok({ ...bench.ixc.invoice, id }));
    const worker = await bench.browser().worker({ ixc: bench.reading({ invoice }) });
    for (const id of ['1001', '1002']) {
      bench.ixc.invoice = { ...bench.ixc.invoice, id };
      await bench.confirm(worker.ports);
    }
    const [one, other] = await worker.ports.ledger.jobs.toArray();
    await worker.ports.ledger.jobs.update(other?.id ?? '', { nextAt: bench.clock.now() + 1000 });
    await worker.runner.run();
    await bench.clock.advance(1000);
    await worker.runner.run();
    expect(one?.id).not.toBe(other?.id);
    expect(bench.asaas.requests({ method: 'POST', path: '/v3/customers' })).toHaveLength(1);
  });

  it('that the operator chose and the document does not bring are asked for by reference too', async () => {
    const { bench, payer, ports } = await confirmed();
    await bench.confirm(ports, { payerId: payer.id }).catch(() => undefined);
    expect(asked(bench).filter((what) => what.startsWith('externalReference'))).toHaveLength(2);
    bench.asaas.clearRequests();
    await bench.confirm(ports, { payerId: 'cus_of_another_document' }).catch(() => undefined);
    expect(asked(bench).filter((what) => what.startsWith('externalReference'))).toHaveLength(3);
  });
});

describe('the second reference', () => {
  async function locating() {
    const bench = createWorkbench();
    const payer = seedPayer(bench);
    const { ports } = await bench.browser().worker();
    const locate = async (care: 'anew' | 'sparing') => {
      bench.asaas.clearRequests();
      const found = await locateCharges(ports, [accountOf(bench)], [KEY], '1001', care);
      if (!found.ok) throw new Error(found.error.code);
      return { ids: found.value.map(({ id }) => id), asked: asked(bench) };
    };
    return { bench, payer, locate };
  }

  it('is asked for although nothing bears the first, unless it was just now', async () => {
    const { bench, payer, locate } = await locating();
    const second = seedCharge(bench, payer.id, `${REFERENCE}:2`);
    expect((await locate('sparing')).ids).toEqual([second.id]);
  });

  it('is not asked for again where nothing, or only an open charge, bears the first', async () => {
    const { bench, payer, locate } = await locating();
    expect((await locate('anew')).asked).toHaveLength(2);
    expect((await locate('sparing')).asked).toHaveLength(1);
    seedCharge(bench, payer.id, REFERENCE);
    expect((await locate('sparing')).asked).toHaveLength(1);
  });

  it('is asked for as soon as the first bears one that was given back', async () => {
    const { bench, payer, locate } = await locating();
    await locate('anew');
    const first = seedCharge(bench, payer.id, REFERENCE);
    bench.asaas.pay(first.id);
    bench.asaas.refund(first.id);
    const second = seedCharge(bench, payer.id, `${REFERENCE}:2`);
    expect((await locate('sparing')).ids).toEqual([first.id, second.id]);
  });

  it('is asked for where the ledger knows a charge of it', async () => {
    const { bench, payer, locate } = await locating();
    const second = seedCharge(bench, payer.id, `${REFERENCE}:2`);
    expect((await locate('anew')).ids).toEqual([second.id]);
    expect((await locate('sparing')).ids).toEqual([second.id]);
  });
});

it('a memory of readings forgets in time, and what a clock that was set back makes of the future', () => {
  const recall = createRecall<string>(1000);
  recall.put('a', 'read', 5000);
  expect(recall.get('a', 6000)).toBe('read');
  expect(recall.get('a', 6001)).toBeNull();
  expect(recall.get('a', 4999)).toBeNull();
  recall.drop('a');
  expect(recall.get('a', 5000)).toBeNull();
});

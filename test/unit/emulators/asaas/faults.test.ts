import { describe, expect, it } from 'vitest';
import type { Fault, FaultRule } from '../../../emulators/asaas/index.ts';
import { items, SECOND, tryAsaas } from './try-asaas.ts';

const CREATE = { method: 'POST', path: '/v3/payments' };

async function withFault(fault: Fault, rule: Partial<FaultRule> = CREATE) {
  const bench = tryAsaas();
  const customer = await bench.payer();
  bench.control.addFault({ ...rule, fault });
  return {
    ...bench,
    create: (more = {}) => bench.charge({ customer, externalReference: 'ixc:p:1', ...more }),
    held: () => bench.control.charges('ixc:p:1').length,
    logged: () => bench.control.requests(CREATE)[0],
  };
}

describe('faults of the emulated Asaas', () => {
  it('drop the connection before anything is done', async () => {
    const { create, held, logged } = await withFault({ kind: 'drop-before-commit' });
    await expect(create()).rejects.toThrow(TypeError);
    expect(held()).toBe(0);
    expect(logged()).toMatchObject({ outcome: 'dropped', status: null, carriedOutAt: null });
    expect((await create()).status).toBe(200);
  });

  it('drop the connection after it was done', async () => {
    const { create, held, logged, clock } = await withFault({ kind: 'drop-after-commit' });
    await expect(create()).rejects.toThrow(TypeError);
    expect(held()).toBe(1);
    expect(logged()).toMatchObject({ outcome: 'dropped', carriedOutAt: clock.now() });
  });

  it('carry a request out late, when the clock gets there', async () => {
    const { create, held, logged, clock, get } = await withFault({
      kind: 'late-commit',
      seconds: 90,
    });
    const sent = clock.now();
    await expect(create()).rejects.toThrow(TypeError);
    await clock.advance(89 * SECOND);
    expect(held()).toBe(0);
    expect(items(await get('/payments?externalReference=ixc%3Ap%3A1'))).toEqual([]);
    await clock.advance(SECOND);
    expect(held()).toBe(1);
    expect(logged()?.carriedOutAt).toBe(sent + 90 * SECOND);
    expect(items(await get('/payments?externalReference=ixc%3Ap%3A1'))).toHaveLength(1);
  });

  it('check a late request by what is true when it is carried out', async () => {
    const { create, held, clock } = await withFault({ kind: 'late-commit', seconds: 86_400 });
    await expect(create({ dueDate: '2026-03-10' })).rejects.toThrow(TypeError);
    await clock.advance(86_400 * SECOND);
    expect(held()).toBe(0);
  });

  it('carry several late requests out, each at its own time', async () => {
    const { create, control, clock } = await withFault({ kind: 'late-commit', seconds: 60 });
    control.addFault({ ...CREATE, fault: { kind: 'late-commit', seconds: 10 } });
    await expect(create({ externalReference: 'slow' })).rejects.toThrow(TypeError);
    await expect(create({ externalReference: 'fast' })).rejects.toThrow(TypeError);
    const sent = clock.now();
    await clock.advance(600 * SECOND);
    const when = (reference: string) => (control.charges(reference)[0]?.createdAt ?? 0) - sent;
    expect([when('fast'), when('slow')]).toEqual([10 * SECOND, 60 * SECOND]);
  });

  it('keep what was created out of the lists for a while, though not from its id', async () => {
    const { create, get, clock } = await withFault({ kind: 'list-lag', seconds: 30 });
    const id = String((await create()).json['id']);
    const listed = () => get('/payments?externalReference=ixc%3Ap%3A1');
    expect((await get(`/payments/${id}`)).status).toBe(200);
    expect((await listed()).json['totalCount']).toBe(0);
    await clock.advance(29 * SECOND);
    expect((await listed()).json['totalCount']).toBe(0);
    await clock.advance(SECOND);
    expect((await listed()).json['totalCount']).toBe(1);
  });

  it('lag behind for customers as well', async () => {
    const { payer, control, get, clock } = tryAsaas();
    control.addFault({ method: 'POST', fault: { kind: 'list-lag', seconds: 5 } });
    await payer({ externalReference: 'c' });
    expect((await get('/customers?externalReference=c')).json['totalCount']).toBe(0);
    await clock.advance(5 * SECOND);
    expect((await get('/customers?externalReference=c')).json['totalCount']).toBe(1);
  });

  it('combine: a late commit that also lags behind in lists', async () => {
    const { create, control, get, clock } = await withFault({ kind: 'late-commit', seconds: 10 });
    control.addFault({ ...CREATE, fault: { kind: 'list-lag', seconds: 20 } });
    await expect(create()).rejects.toThrow(TypeError);
    await clock.advance(29 * SECOND);
    expect((await get('/payments')).json['totalCount']).toBe(0);
    await clock.advance(SECOND);
    expect((await get('/payments')).json['totalCount']).toBe(1);
  });

  it('answer 429 with headers, and do nothing', async () => {
    const { create, held } = await withFault({ kind: 'rate-limit', resetSeconds: 7 });
    const reply = await create();
    expect(reply.status).toBe(429);
    expect(reply.headers.get('ratelimit-reset')).toBe('7');
    expect(held()).toBe(0);
  });

  it.each([
    ['do nothing', false, 0],
    ['hide a success', true, 1],
  ])('answer 5xx and %s', async (_, carriedOut, expected) => {
    const { create, held } = await withFault({ kind: 'status', status: 503, carriedOut });
    expect(await create()).toMatchObject({ status: 503, text: '' });
    expect(held()).toBe(expected);
  });

  it('answer 401 without a body', async () => {
    const { create, held } = await withFault({ kind: 'empty-401' });
    expect(await create()).toMatchObject({ status: 401, text: '' });
    expect(held()).toBe(0);
  });

  it.each([404, 200])('answer HTML with status %i', async (status) => {
    const { create } = await withFault({ kind: 'html', status });
    const reply = await create();
    expect(reply.status).toBe(status);
    expect(reply.text).toContain('<html');
  });

  it('answer rubbish in the place of JSON, with the request carried out', async () => {
    const bench = await withFault({ kind: 'rubbish', body: '{"object":"payment"}' });
    expect(await bench.create()).toMatchObject({ status: 200, json: { object: 'payment' } });
    expect(bench.held()).toBe(1);
  });

  it('send half of a body as if it were whole', async () => {
    const { handle, control } = tryAsaas();
    control.addFault({ fault: { kind: 'truncated-body' } });
    const response = await handle(authorised('/v3/myAccount/accountNumber'));
    const text = await response.text();
    expect(text.startsWith('{"agency"')).toBe(true);
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  });

  it('break the connection in the middle of a body', async () => {
    const { handle, control } = tryAsaas();
    control.addFault({ fault: { kind: 'truncated-body', cutOff: true } });
    const response = await handle(authorised('/v3/myAccount/accountNumber'));
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(TypeError);
  });

  it('make an answer wait for the clock, before or after the request is carried out', async () => {
    const { create, held, clock, control } = await withFault({ kind: 'latency', ms: SECOND });
    control.addFault({ ...CREATE, skip: 1, fault: { kind: 'latency', ms: SECOND, when: 'after' } });
    const first = create();
    await clock.advance(SECOND - 1);
    expect(held()).toBe(0);
    await clock.advance(1);
    expect((await first).status).toBe(200);
    const second = create();
    await clock.advance(SECOND - 1);
    expect(held()).toBe(2);
    await clock.advance(1);
    expect((await second).status).toBe(200);
  });

  it('go on with a request whose client gave up waiting', async () => {
    const { handle, control, clock, payer } = tryAsaas();
    const customer = await payer();
    control.addFault({ ...CREATE, fault: { kind: 'latency', ms: 60 * SECOND } });
    const body = { customer, billingType: 'PIX', value: 10, dueDate: '2026-03-20' };
    const abort = new AbortController();
    const reply = handle(authorised('/v3/payments', body, abort.signal));
    await clock.advance(30 * SECOND);
    abort.abort();
    await expect(reply).rejects.toThrow('aborted');
    expect(control.charges()).toHaveLength(0);
    await clock.advance(30 * SECOND);
    expect(control.charges()).toHaveLength(1);
  });
});

describe('rules for faults', () => {
  it('strike once unless told otherwise, and let the first ones through when told', async () => {
    const { get, control } = tryAsaas();
    control.addFault({ fault: { kind: 'status', status: 500 }, skip: 1, times: 2 });
    const statuses: number[] = [];
    for (let count = 0; count < 5; count += 1) statuses.push((await get('/payments')).status);
    expect(statuses).toEqual([200, 500, 500, 200, 200]);
    expect(control.faults()).toMatchObject([{ seen: 5, struck: 2 }]);
  });

  it('strike by method, path pattern, account and reference', async () => {
    const { get, post, remove, control } = tryAsaas();
    const fault = { kind: 'status', status: 500 } as const;
    control.addFault({ method: 'DELETE', path: '/v3/payments/*', fault });
    control.addFault({ path: '/v3/finance/**', fault });
    control.addFault({ reference: 'ixc:p:2', times: 0, fault });
    control.addFault({ accountId: 'acc_production', fault });
    expect((await get('/payments/pay_x')).status).toBe(404);
    expect((await remove('/payments/pay_x')).status).toBe(500);
    expect((await get('/finance/payment/statistics')).status).toBe(500);
    expect((await get('/payments?externalReference=ixc%3Ap%3A1')).status).toBe(200);
    expect((await get('/payments?externalReference=ixc%3Ap%3A2')).status).toBe(500);
    expect((await post('/payments', { externalReference: 'ixc:p:2' })).status).toBe(500);
  });

  it('strike by chance, the same ones for the same seed', async () => {
    const run = async (seed: number) => {
      const { get, control } = tryAsaas();
      const fault = { kind: 'status', status: 500 } as const;
      control.addFault({ fault, times: 0, probability: 0.3, seed });
      const struck: boolean[] = [];
      for (let count = 0; count < 100; count += 1)
        struck.push((await get('/myAccount/status')).status === 500);
      return struck;
    };
    const first = await run(42);
    expect(await run(42)).toEqual(first);
    expect(await run(43)).not.toEqual(first);
    const count = first.filter(Boolean).length;
    expect(count).toBeGreaterThan(15);
    expect(count).toBeLessThan(45);
  });

  it('can be taken back', async () => {
    const { get, control } = tryAsaas();
    const fault = { kind: 'status', status: 500 } as const;
    const id = control.addFault({ fault, times: 0 });
    expect((await get('/payments')).status).toBe(500);
    control.removeFault(id);
    expect((await get('/payments')).status).toBe(200);
  });
});

function authorised(path: string, body?: unknown, signal?: AbortSignal): Request {
  return new Request(`https://api-sandbox.asaas.com${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { access_token: '$aact_hmlg_0000000000FAKE0000SANDBOX0000EMULATOR0000KEY0001' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
}

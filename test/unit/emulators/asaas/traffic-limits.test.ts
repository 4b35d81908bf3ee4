import { describe, expect, it } from 'vitest';
import { SECOND, tryAsaas } from './try-asaas.ts';

const rateOf = (headers: Headers) =>
  ['limit', 'remaining', 'reset'].map((name) => headers.get(`ratelimit-${name}`));

describe('traffic limits of the emulated Asaas', () => {
  it('count creations in windows of ten seconds and tell where they stand', async () => {
    const { post, clock } = tryAsaas();
    expect(rateOf((await post('/payments')).headers)).toEqual(['100', '99', '10']);
    await clock.advance(3500);
    for (let count = 2; count <= 100; count += 1) await post('/payments');
    const refused = await post('/payments');
    expect(refused.status).toBe(429);
    expect(rateOf(refused.headers)).toEqual(['100', '0', '7']);
    await clock.advance(7 * SECOND);
    expect((await post('/payments')).status).toBe(400);
  });

  it('count deletions apart from creations', async () => {
    const { remove, chargeId } = tryAsaas();
    await chargeId();
    expect(rateOf((await remove('/payments/pay_x')).headers)).toEqual(['100', '99', '10']);
  });

  it.each([
    ['/finance/balance', 10],
    ['/financialTransactions', 20],
  ])('allow %s %i times in ten seconds', async (path, limit) => {
    const { get } = tryAsaas();
    for (let count = 1; count <= limit; count += 1) expect((await get(path)).status).toBe(200);
    expect((await get(path)).status).toBe(429);
  });

  it('send no such headers with other endpoints', async () => {
    const { get } = tryAsaas();
    expect(rateOf((await get('/payments')).headers)).toEqual([null, null, null]);
  });

  it('close the account’s door when its quota of twelve hours is used up', async () => {
    const { get, clock, control, call } = tryAsaas({ limits: { quota: 3 } });
    for (let count = 0; count < 3; count += 1) expect((await get('/payments')).status).toBe(200);
    expect((await get('/payments')).status).toBe(429);
    expect(control.snapshot().accounts.map(({ requests }) => requests)).toEqual([4, 0]);
    // Strangers do not use it up.
    expect((await call('GET', '/v3/payments', { key: 'x' })).status).toBe(401);
    await clock.advance(12 * 60 * 60 * SECOND);
    expect((await get('/payments')).status).toBe(200);
  });

  it('allow fifty GETs at the same time and refuse the next at once', async () => {
    const { get, control, clock } = tryAsaas();
    control.addFault({ fault: { kind: 'latency', ms: SECOND }, times: 0 });
    const waiting = Array.from({ length: 50 }, () => get('/payments'));
    expect((await get('/payments')).status).toBe(429);
    await clock.advance(SECOND);
    const replies = await Promise.all(waiting);
    expect(replies.every(({ status }) => status === 200)).toBe(true);
    control.clearFaults();
    expect((await get('/payments')).status).toBe(200);
  });

  it('default to 25,000 requests', async () => {
    const { get, control } = tryAsaas();
    await get('/payments');
    const [first] = control.snapshot().accounts;
    expect(first?.requests).toBe(1);
  });
});

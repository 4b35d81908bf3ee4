import { describe, expect, it } from 'vitest';
import { familyOf } from '../../../../lib/engine/quota/endpoint-windows.ts';
import { held, quotaKit, request, response, settled } from './quota-kit.ts';

const POST = request('/v3/payments', 'POST');
const limits = (remaining: number, reset: number, limit = 100) => ({
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': String(remaining),
  'ratelimit-reset': String(reset),
});

describe('the family of a request', () => {
  it.each([
    ['POST', '/v3/payments', 'POST v3/payments'],
    ['DELETE', '/v3/payments/pay_000000000001', 'DELETE v3/payments/:id'],
    ['DELETE', '/api/v3/payments/pay_abc', 'DELETE api/v3/payments/:id'],
    ['GET', '/v3/payments/pay_1/pixQrCode?x=1', 'GET v3/payments/:id/pixQrCode'],
    ['GET', '/v3/financialTransactions?offset=0', 'GET v3/financialTransactions'],
    ['GET', '/v3/finance/balance', 'GET v3/finance/balance'],
    ['GET', '/v3/myAccount/commercialInfo/', 'GET v3/myAccount/commercialInfo'],
    [
      'GET',
      '/v3/pix/addressKeys/3f2a1d6c-0000-4000-8000-000000000001',
      'GET v3/pix/addressKeys/:id',
    ],
  ] as const)('of %s %s is %s', (method, path, family) => {
    expect(familyOf(request(path, method))).toBe(family);
  });
});

describe('the window of an endpoint', () => {
  it('that is used up is waited for, and then the request goes', async () => {
    const kit = quotaKit();
    const { ask } = kit.worker();
    kit.answerWith(async () => response(200, limits(0, 8)));
    await ask('job', POST);
    const next = ask('job', POST);
    await settled();
    expect(kit.sent).toHaveLength(1);
    await kit.clock.advance(7_999);
    expect(kit.sent).toHaveLength(1);
    await kit.clock.advance(1);
    expect((await next).status).toBe(200);
  });

  it('leaves every other endpoint open', async () => {
    const kit = quotaKit();
    const { ask } = kit.worker();
    kit.answerWith(async () => response(200, limits(0, 10)));
    await ask('job', POST);
    expect((await ask('job', request('/v3/payments'))).status).toBe(200);
    expect((await ask('job', request('/v3/customers', 'POST'))).status).toBe(200);
  });

  it('is not passed by requests that are under way together', async () => {
    const kit = quotaKit();
    const { ask } = kit.worker();
    kit.answerWith(async () => response(200, limits(3, 10)));
    await ask('person', POST);
    const transport = held();
    kit.answerWith(transport.answer);
    const answers = Array.from({ length: 6 }, () => ask('person', POST));
    await settled();
    expect(kit.sent).toHaveLength(1 + 3);
    kit.answerWith(async () => response(200));
    transport.letGo();
    await kit.clock.advance(10_000);
    await Promise.all(answers);
    expect(kit.sent).toHaveLength(7);
  });

  it('counts by the least that any of its answers said, since answers overtake each other', async () => {
    const kit = quotaKit();
    const { ask } = kit.worker();
    const said = [1, 5, 5];
    kit.answerWith(async () => response(200, limits(said.shift() ?? 0, 10)));
    await ask('person', POST);
    await ask('person', POST);
    const third = ask('person', POST);
    await settled();
    expect(kit.sent).toHaveLength(2);
    await kit.clock.advance(10_000);
    await third;
  });

  it('that opens later than a job can wait is told at once, and nothing is sent', async () => {
    const kit = quotaKit();
    const { ask } = kit.worker();
    kit.answerWith(async () => response(200, limits(0, 300)));
    await ask('job', POST);
    expect(await ask('job', POST)).toMatchObject({ headers: { 'ratelimit-reset': '300' } });
    expect(kit.sent).toHaveLength(1);
  });

  it('that is used up is known to the next worker', async () => {
    const kit = quotaKit();
    kit.answerWith(async () => response(200, limits(0, 10)));
    await kit.worker().ask('job', POST);
    await settled();
    const next = kit.worker().ask('job', POST);
    await settled();
    expect(kit.sent).toHaveLength(1);
    await kit.clock.advance(10_000);
    await next;
  });

  it('is left to people before it is used up: sweeps stop at a fifth of it, jobs at a tenth', async () => {
    const kit = quotaKit();
    const { ask } = kit.worker();
    let left = 100;
    kit.answerWith(async () => {
      left -= 1;
      return left < 0 ? response(429, limits(0, 120)) : response(200, limits(left, 120));
    });
    const statuses = async (purpose: 'sweep' | 'job' | 'person', times: number) => {
      const seen = [];
      for (let n = 0; n < times; n += 1) seen.push((await ask(purpose)).status);
      return seen;
    };
    await statuses('sweep', 90);
    expect(left).toBe(20);
    await statuses('job', 20);
    expect(left).toBe(10);
    expect(await statuses('person', 10)).not.toContain(429);
    expect(left).toBe(0);
  });
});

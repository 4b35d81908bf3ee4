import { describe, expect, it } from 'vitest';
import { isAmbiguous } from '../../../lib/asaas/errors.ts';
import type { AsaasFailure } from '../../../lib/asaas/client.types.ts';
import type { Fault } from '../../emulators/asaas/index.ts';
import {
  answeredClient,
  newCharge,
  newPayer,
  REFERENCE,
  tryClient,
  valueOf,
} from './try-client.ts';

const FIRST = { offset: 0, limit: 100 };

async function createUnder(fault: Fault) {
  const { client, asaas } = tryClient();
  const payer = valueOf(await client.createPayer(newPayer));
  asaas.control.addFault({ fault, method: 'POST', path: '/v3/payments' });
  const answer = await client.createCharge(newCharge(payer.id));
  return {
    failure: answer.ok ? null : answer.error,
    made: asaas.control.charges(REFERENCE).length,
  };
}

describe('a creation that goes wrong', () => {
  it.each<[string, Fault, AsaasFailure['kind'], boolean, number]>([
    ['is limited', { kind: 'rate-limit', resetSeconds: 7 }, 'rate-limited', false, 0],
    ['is unauthorised without a word', { kind: 'empty-401' }, 'unauthorized', false, 0],
    ['meets a 500', { kind: 'status', status: 500 }, 'server', true, 0],
    [
      'meets a 503 that hides a success',
      { kind: 'status', status: 503, carriedOut: true },
      'server',
      true,
      1,
    ],
    ['loses its connection before', { kind: 'drop-before-commit' }, 'network', true, 0],
    ['loses its connection after', { kind: 'drop-after-commit' }, 'network', true, 1],
    ['gets a page', { kind: 'html', status: 200, carriedOut: true }, 'rubbish', true, 1],
    ['gets a page with 404', { kind: 'html', status: 404 }, 'rubbish', true, 0],
    ['gets a page with 502', { kind: 'html', status: 502 }, 'server', true, 0],
    ['gets nonsense', { kind: 'rubbish' }, 'rubbish', true, 1],
    ['gets half an answer', { kind: 'truncated-body' }, 'rubbish', true, 1],
    ['is cut off in its answer', { kind: 'truncated-body', cutOff: true }, 'network', true, 1],
    ['gets an empty 404', { kind: 'status', status: 404 }, 'not-found', false, 0],
    ['is refused from this address', { kind: 'status', status: 403 }, 'forbidden', false, 0],
  ])('%s', async (_what, fault, kind, ambiguous, made) => {
    const outcome = await createUnder(fault);
    expect(outcome.failure?.kind).toBe(kind);
    expect(outcome.failure && isAmbiguous(outcome.failure)).toBe(ambiguous);
    expect(outcome.made).toBe(made);
    // The point of it all: where something may have been made, the failure says that it may.
    if (made > 0) expect(ambiguous).toBe(true);
  });

  it('says how long to wait', async () => {
    const { failure } = await createUnder({ kind: 'rate-limit', resetSeconds: 7 });
    expect(failure).toEqual({ kind: 'rate-limited', retryAfterMs: 7_000 });
  });

  it('is told apart from one that never left', async () => {
    for (const kind of ['host-refused', 'permission-missing'] as const) {
      const failure = kind === 'host-refused' ? { kind, host: '' } : { kind, origin: '' };
      const answer = await answeredClient(failure).client.createCharge(newCharge('cus_1'));
      expect(answer).toEqual({ ok: false, error: { kind: 'not-sent', why: kind } });
      expect(!answer.ok && isAmbiguous(answer.error)).toBe(false);
    }
  });

  it.each(['timeout', 'network', 'redirected', 'too-large'] as const)(
    'may have been carried out after %s',
    async (kind) => {
      const answer = await answeredClient({ kind }).client.createCharge(newCharge('cus_1'));
      expect(!answer.ok && isAmbiguous(answer.error)).toBe(true);
    },
  );

  it('has ended well before the 45 s for which a worker holds its job', async () => {
    const { client, requests } = answeredClient({ kind: 'timeout' });
    await client.createCharge(newCharge('cus_1'));
    await client.updateCharge('pay_1', newCharge('cus_1'));
    await client.deleteCharge('pay_1');
    await client.createPayer(newPayer);
    expect(requests).toHaveLength(4);
    for (const { timeoutMs } of requests) expect(timeoutMs).toBe(30_000);
  });
});

describe('any request', () => {
  it('carries the key in its own header only, and a body only where it changes something', async () => {
    const { client, requests } = answeredClient({ text: '{}' });
    await client.getCharge('pay_1');
    await client.listPayers({ cpfCnpj: '52998224725' });
    await client.createCharge(newCharge('cus_1'));
    await client.deleteCharge('pay_1');
    for (const { url, headers, body } of requests) {
      expect(headers).toHaveProperty('access_token');
      expect(headers).not.toHaveProperty('authorization');
      expect(url + (body ?? '')).not.toContain('aact');
      expect(url.startsWith('https://api-sandbox.asaas.com/v3/')).toBe(true);
    }
    expect(requests.map(({ method, body }) => [method, body !== undefined])).toEqual([
      ['GET', false],
      ['GET', false],
      ['POST', true],
      ['DELETE', false],
    ]);
  });

  it('cannot be led to another path by an id', async () => {
    const { client, requests } = answeredClient({ text: '{}' });
    await client.getCharge('../customers?x=1#');
    expect(requests[0]?.url).toBe(
      'https://api-sandbox.asaas.com/v3/payments/..%2Fcustomers%3Fx%3D1%23',
    );
  });
});

const listOf = (data: unknown[], more: object = {}) => ({
  text: JSON.stringify({ hasMore: false, totalCount: data.length, offset: 0, data, ...more }),
});
const PAYMENT = {
  object: 'payment',
  id: 'pay_1',
  dateCreated: '2026-11-10',
  customer: 'cus_1',
  value: 10,
  status: 'PENDING',
  billingType: 'PIX',
  dueDate: '2026-11-22',
  externalReference: REFERENCE,
};

describe('a successful answer', () => {
  it('keeps a status that nobody has heard of, and unknown keys do no harm', async () => {
    const text = JSON.stringify({ ...PAYMENT, status: 'BRAND_NEW', custody: {}, novo: [1] });
    const answer = await answeredClient({ text }).client.getCharge('pay_1');
    expect(valueOf(answer)).toMatchObject({ status: 'BRAND_NEW', description: '' });
    expect(valueOf(answer)).not.toHaveProperty('custody');
  });

  it('shows a link only if it is one that may be opened', async () => {
    const text = JSON.stringify({
      ...PAYMENT,
      invoiceUrl: 'javascript:alert(1)',
      bankSlipUrl: 'https://sandbox.asaas.com/b/pdf/1',
    });
    expect(valueOf(await answeredClient({ text }).client.getCharge('pay_1'))).toMatchObject({
      invoiceUrl: null,
      bankSlipUrl: 'https://sandbox.asaas.com/b/pdf/1',
    });
  });

  it.each([
    ['without its value', { value: undefined }],
    ['with a value in words', { value: 'dez' }],
    ['with a value beyond numbers', { value: 1e300 }],
    ['without its status', { status: undefined }],
    ['without its payer', { customer: null }],
    ['with a due date that does not exist', { dueDate: '2026-02-30' }],
    ['with a payment date that does not exist', { paymentDate: 'ontem' }],
  ])('%s is rubbish, and rubbish shows nobody’s data', async (_what, change) => {
    const text = JSON.stringify({ ...PAYMENT, description: 'SECRET', ...change });
    const answer = await answeredClient({ text }).client.getCharge('pay_1');
    expect(answer).toMatchObject({ ok: false, error: { kind: 'rubbish' } });
    expect(JSON.stringify(answer)).not.toContain('SECRET');
  });

  it.each(['', 'null', '[]', '"ok"', '{', '<!doctype html>'])('of %j is rubbish', async (text) => {
    const { client } = answeredClient({ text });
    const answers = [
      await client.getCharge('pay_1'),
      await client.listCharges({}, FIRST),
      await client.listPayers({ cpfCnpj: '1' }),
      await client.deleteCharge('pay_1'),
      await client.pixCode('pay_1'),
      await client.linhaDigitavel('pay_1'),
      await client.owner(),
      await client.approval(),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ ok: false, error: { kind: 'rubbish' } });
    }
  });
});

describe('a search', () => {
  it('drops what Asaas brought in spite of the filter', async () => {
    const foreign = { ...PAYMENT, id: 'pay_2', externalReference: `${REFERENCE}1` };
    const unmarked = { ...PAYMENT, id: 'pay_3', externalReference: null };
    const { client } = answeredClient(listOf([PAYMENT, foreign, unmarked]));
    const found = valueOf(await client.listCharges({ externalReference: REFERENCE }, FIRST));
    expect(found.items.map(({ id }) => id)).toEqual(['pay_1']);
  });

  it('fails as a whole when one of its charges cannot be read', async () => {
    const { client } = answeredClient(listOf([PAYMENT, { ...PAYMENT, value: null }]));
    expect(await client.listCharges({}, FIRST)).toMatchObject({
      ok: false,
      error: { kind: 'rubbish', detail: 'unexpected data.1.value' },
    });
  });

  it('for payers fails rather than end without having seen all', async () => {
    const payer = { id: 'cus_1', cpfCnpj: '24971563792', name: 'X' };
    const { client, requests } = answeredClient(listOf([payer], { hasMore: true }));
    expect(await client.listPayers({ cpfCnpj: '52998224725' })).toMatchObject({
      ok: false,
      error: { kind: 'rubbish' },
    });
    expect(requests.map(({ url }) => new URL(url).searchParams.get('offset'))).toEqual([
      '0',
      '100',
      '200',
      '300',
      '400',
    ]);
  });

  it('for payers drops those with another document or reference', async () => {
    const data = [
      { id: 'cus_1', cpfCnpj: '52998224725', name: 'X', externalReference: 'a' },
      { id: 'cus_2', cpfCnpj: '24971563792', name: 'Y', externalReference: 'b' },
      { id: 'cus_3', cpfCnpj: null, name: 'Z', externalReference: null },
    ];
    const { client } = answeredClient(listOf(data));
    const ids = async (filter: { cpfCnpj: string } | { externalReference: string }) =>
      valueOf(await client.listPayers(filter)).map(({ id }) => id);
    expect(await ids({ cpfCnpj: '529.982.247-25' })).toEqual(['cus_1']);
    expect(await ids({ externalReference: 'b' })).toEqual(['cus_2']);
  });
});

describe('an error that Asaas explains', () => {
  const explained = async (status: number, errors: unknown) =>
    answeredClient({ status, text: JSON.stringify({ errors }) }).client.owner();

  it('keeps the first code and every word', async () => {
    const errors = [
      { code: 'invalid_value', description: 'O campo value deve ser informado.' },
      { code: 'invalid_dueDate', description: 'O campo dueDate deve ser informado.' },
    ];
    expect(await explained(400, errors)).toEqual({
      ok: false,
      error: {
        kind: 'rejected',
        code: 'invalid_value',
        detail: 'O campo value deve ser informado. O campo dueDate deve ser informado.',
      },
    });
  });

  it.each([400, 401, 403])('about a missing scope is forbidden, with status %i', async (status) => {
    const errors = [{ code: 'insufficient_permission', description: 'escopo PAYMENT:WRITE' }];
    expect(await explained(status, errors)).toMatchObject({
      error: { kind: 'forbidden', code: 'insufficient_permission' },
    });
  });

  it.each([
    [400, []],
    [409, 'x'],
    [422, null],
    [405, [{ code: 5 }]],
  ])('badly (%i) is a refusal without words', async (status, errors) => {
    expect(await explained(status, errors)).toEqual({
      ok: false,
      error: { kind: 'rejected', code: null, detail: '' },
    });
  });

  it('of a limit that does not say how long', async () => {
    const { client } = answeredClient({ status: 429 });
    expect(await client.owner()).toMatchObject({
      error: { kind: 'rate-limited', retryAfterMs: null },
    });
  });
});

describe('a fee table', () => {
  it('may be incomplete or absurd', async () => {
    const fees = async (body: object) =>
      valueOf(await answeredClient({ text: JSON.stringify(body) }).client.fees());
    expect(await fees({})).toEqual({
      boleto: null,
      pix: null,
      messaging: null,
      whatsapp: null,
      call: null,
    });
    expect(
      await fees({
        payment: { bankSlip: { defaultValue: 1.99 }, pix: { fixedFeeValue: -14958574.299430564 } },
        notification: { messagingFeeValue: 0.99, whatsAppFeeValue: 0.55, phoneCallFeeValue: -1 },
      }),
    ).toEqual({ boleto: 199, pix: null, messaging: 99, whatsapp: 55, call: null });
  });
});

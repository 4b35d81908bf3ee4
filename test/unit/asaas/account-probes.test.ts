import { describe, expect, it } from 'vitest';
import { answeredClient } from './try-client.ts';

const refusal = (status: number, code: string) => ({
  status,
  text: JSON.stringify({ errors: [{ code, description: 'Sem permissão.' }] }),
});
const list = (...data: readonly object[]) => ({ text: JSON.stringify({ data }) });

describe('a key that reads transfers', () => {
  it('is told apart from one that only charges, by one GET', async () => {
    const { client, requests } = answeredClient(list());
    expect(await client.canTransfer()).toEqual({ ok: true, value: true });
    expect(requests).toMatchObject([
      { method: 'GET', url: 'https://api-sandbox.asaas.com/v3/transfers?limit=1' },
    ]);
  });

  it.each([401, 403])('is none when Asaas names the scope with status %d', async (status) => {
    const { client } = answeredClient(refusal(status, 'insufficient_permission'));
    expect(await client.canTransfer()).toEqual({ ok: true, value: false });
  });

  it('is not known when Asaas refuses for another reason', async () => {
    const { client } = answeredClient(refusal(403, 'not_allowed_ip'));
    expect(await client.canTransfer()).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
  });
});

describe('an active Pix key', () => {
  it('is looked for by one GET', async () => {
    const { client, requests } = answeredClient(list({ status: 'ACTIVE' }));
    expect(await client.hasPixKey()).toEqual({ ok: true, value: true });
    expect(requests).toMatchObject([
      {
        method: 'GET',
        url: 'https://api-sandbox.asaas.com/v3/pix/addressKeys?status=ACTIVE&limit=1',
      },
    ]);
  });

  it.each([
    ['there is none', list()],
    ['the filter was not heeded', list({ status: 'AWAITING_ACTIVATION' })],
  ])('is missing when %s', async (_why, answer) => {
    const { client } = answeredClient(answer);
    expect(await client.hasPixKey()).toEqual({ ok: true, value: false });
  });

  it('is not known when the key may not read it', async () => {
    const { client } = answeredClient(refusal(403, 'insufficient_permission'));
    expect(await client.hasPixKey()).toEqual({ ok: true, value: null });
  });

  it('is not known when nothing answered', async () => {
    const { client } = answeredClient({ kind: 'timeout' });
    expect(await client.hasPixKey()).toMatchObject({ ok: false, error: { kind: 'timeout' } });
  });
});

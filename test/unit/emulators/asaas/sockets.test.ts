import { Agent, request } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  PRODUCTION_KEY,
  SANDBOX_KEY,
  startAsaasEmulator,
  type AsaasEmulator,
  type AsaasControl,
} from '../../../emulators/asaas/index.ts';
import { connectControl, type Remote } from '../../../emulators/http/remote-control.ts';
import { CPF } from './try-asaas.ts';

let asaas: AsaasEmulator;
let remote: Remote<AsaasControl>;
/** Reuses connections where it may, as browsers do. */
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
  asaas = await startAsaasEmulator();
  remote = connectControl<AsaasControl>(asaas.controlUrl);
});

afterAll(async () => {
  agent.destroy();
  await asaas.close();
});

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A request as a browser sends it whose resolver maps Asaas's hosts to the emulator. */
function send(
  method: string,
  path: string,
  { host = 'api-sandbox.asaas.com', key = SANDBOX_KEY, body = '' } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${asaas.url}${path}`,
      {
        method,
        rejectUnauthorized: false,
        agent,
        headers: {
          host,
          access_token: key,
          ...(body === '' ? {} : { 'content-length': Buffer.byteLength(body) }),
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode, body: text, headers: response.headers }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('the servers of the emulated Asaas', () => {
  it('speak HTTPS for both hosts on one port, each with the keys of its environment', async () => {
    const host = 'api.asaas.com';
    expect(await send('GET', '/v3/payments')).toMatchObject({ status: 200 });
    expect(await send('GET', '/v3/payments', { host, key: PRODUCTION_KEY })).toMatchObject({
      status: 200,
    });
    const crossed = await send('GET', '/v3/payments', { host });
    expect(crossed.body).toContain('invalid_environment');
    expect(asaas.spki).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });

  it('refuse a GET with a body as the content network does', async () => {
    const answer = await send('GET', '/v3/payments', { body: '{}' });
    expect(answer.status).toBe(403);
    expect(answer.headers['content-type']).toContain('text/html');
  });

  it('send the date of the virtual clock, three cookies, and no CORS header', async () => {
    await remote.setTime('2030-01-01T00:00:00Z');
    const { headers } = await send('GET', '/v3/payments');
    expect(headers['date']).toContain('01 Jan 2030');
    expect(headers['set-cookie']).toHaveLength(3);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('reset the connection for a drop, with or without the request carried out', async () => {
    const { id } = await remote.seedCustomer('acc_sandbox', { name: 'Exemplo', cpfCnpj: CPF });
    const charge = { customer: id, billingType: 'PIX', value: 10, dueDate: '2030-02-01' };
    const create = (externalReference: string) =>
      send('POST', '/v3/payments', { body: JSON.stringify({ ...charge, externalReference }) });
    await remote.addFault({ method: 'POST', fault: { kind: 'drop-before-commit' } });
    await expect(create('before')).rejects.toThrow('socket hang up');
    expect(await remote.charges('before')).toEqual([]);
    await remote.addFault({ method: 'POST', fault: { kind: 'drop-after-commit' } });
    await expect(create('after')).rejects.toThrow('socket hang up');
    expect(await remote.charges('after')).toHaveLength(1);
    await remote.addFault({ method: 'POST', fault: { kind: 'late-commit', seconds: 3600 } });
    await expect(create('late')).rejects.toThrow('socket hang up');
    expect(await remote.charges('late')).toEqual([]);
    await remote.advance(3_600_000);
    expect(await remote.charges('late')).toHaveLength(1);
  });

  it('give every request its own connection, so that no browser repeats one that was dropped', async () => {
    const { headers } = await send('GET', '/v3/payments');
    expect(headers['connection']).toBe('close');
  });

  it('cut a body off half-way', async () => {
    await remote.addFault({ method: 'GET', fault: { kind: 'truncated-body', cutOff: true } });
    await expect(send('GET', '/v3/myAccount/accountNumber')).rejects.toThrow('aborted');
  });

  it('offer the control to other processes, with its errors', async () => {
    const [entry] = (await remote.requests({ path: '/v3/payments' })).slice(-1);
    expect(entry).toMatchObject({ keyId: 'key_sandbox' });
    await expect(remote.charge('pay_unknown')).rejects.toThrow('no charge pay_unknown');
    const unknown = await fetch(`${asaas.controlUrl}/constructor`, { method: 'POST' });
    expect(unknown.status).toBe(404);
  });
});

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTransport, type TransportOptions } from '../../../lib/http/guarded-fetch.ts';
import type { HttpRequest } from '../../../lib/http/transport.ts';

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

/** A real server on 127.0.0.1; its `host:port`. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const get = (url: string, change: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  timeoutMs: 5_000,
  ...change,
});

function transportTo(host: string, change: Partial<TransportOptions> = {}) {
  return createTransport({
    fetch: globalThis.fetch,
    allowedHosts: () => new Set([host]),
    hasPermission: () => Promise.resolve(true),
    ...change,
  });
}

/** A `fetch` that only remembers what it was asked. */
function recordingFetch(answer: () => Response = () => new Response('ok')) {
  return vi.fn<typeof globalThis.fetch>(() => Promise.resolve(answer()));
}

describe('a request that may leave', () => {
  it('brings status, lower-case headers and the text', async () => {
    const host = await serve((request, response) => {
      response.writeHead(418, { 'X-Echo': request.headers['x-ask'] ?? '', 'Content-Type': 'x/y' });
      response.end('açúcar €');
    });
    const answer = await transportTo(host)(get(`http://${host}/a`, { headers: { 'x-ask': '7' } }));
    expect(answer).toMatchObject({
      ok: true,
      value: { status: 418, text: 'açúcar €', headers: { 'x-echo': '7', 'content-type': 'x/y' } },
    });
  });

  it('sends a body where there is one, and never with GET', async () => {
    const bodies: string[] = [];
    const host = await serve((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        bodies.push(`${request.method} ${body}`);
        response.end();
      });
    });
    const send = transportTo(host);
    await send(get(`http://${host}/`, { method: 'POST', body: '{"a":1}' }));
    await send(get(`http://${host}/`, { body: 'ignored' }));
    expect(bodies).toEqual(['POST {"a":1}', 'GET ']);
  });

  it('carries neither cookies nor referrer, is not cached and follows nothing', async () => {
    const fetch = recordingFetch();
    await transportTo('api.asaas.com', { fetch })(get('https://api.asaas.com/v3/payments'));
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  });

  it('calls fetch as a function of its own, as browsers demand', async () => {
    const receivers: unknown[] = [];
    const fetch = function (this: unknown) {
      receivers.push(this);
      return Promise.resolve(new Response('ok'));
    };
    await transportTo('api.asaas.com', { fetch })(get('https://api.asaas.com/'));
    expect(receivers).toEqual([undefined]);
  });
});

describe('a request that may not leave', () => {
  it.each([
    ['https://elsewhere.example/', 'elsewhere.example'],
    ['https://api.asaas.com.elsewhere.example/', 'api.asaas.com.elsewhere.example'],
    ['https://api.asaas.com:8443/', 'api.asaas.com:8443'],
    ['http://api.asaas.com/', 'api.asaas.com'],
    ['https://user:secret@api.asaas.com/', 'api.asaas.com'],
    ['https://user@api.asaas.com/', 'api.asaas.com'],
    ['ftp://api.asaas.com/', 'api.asaas.com'],
    ['file:///etc/passwd', ''],
    ['not an address', ''],
    ['http://192.168.0.9/', '192.168.0.9'],
  ])('is %s', async (url, host) => {
    const fetch = recordingFetch();
    const hasPermission = vi.fn(() => Promise.resolve(true));
    const send = transportTo('api.asaas.com', { fetch, hasPermission });
    expect(await send(get(url))).toEqual({ ok: false, error: { kind: 'host-refused', host } });
    expect(fetch).not.toHaveBeenCalled();
    expect(hasPermission).not.toHaveBeenCalled();
  });

  it('is plain http to a public address, though it is on the list', async () => {
    const fetch = recordingFetch();
    for (const host of ['203.0.113.10:8080', 'painel.provedor.example']) {
      const answer = await transportTo(host, { fetch })(get(`http://${host}/`));
      expect(answer).toMatchObject({ ok: false, error: { kind: 'host-refused' } });
    }
    expect(fetch).not.toHaveBeenCalled();
  });

  it('may be plain http to a private address that is on the list', async () => {
    const fetch = recordingFetch();
    const answer = await transportTo('192.168.0.9', { fetch })(get('http://192.168.0.9/adm.php'));
    expect(answer).toMatchObject({ ok: true });
  });

  it('compares the port, and takes the scheme’s own for granted', async () => {
    const fetch = recordingFetch();
    const own = await transportTo('api.asaas.com', { fetch })(get('https://API.asaas.com:443/'));
    const other = await transportTo('203.0.113.10:8443', { fetch })(
      get('https://203.0.113.10:8443/'),
    );
    expect([own.ok, other.ok]).toEqual([true, true]);
  });

  it('looks at the list anew each time', async () => {
    let hosts = new Set(['api.asaas.com']);
    const send = transportTo('', { fetch: recordingFetch(), allowedHosts: () => hosts });
    expect((await send(get('https://api.asaas.com/'))).ok).toBe(true);
    hosts = new Set();
    expect((await send(get('https://api.asaas.com/'))).ok).toBe(false);
  });

  it('is one that the browser does not permit', async () => {
    const fetch = recordingFetch();
    const refusals = [() => Promise.resolve(false), () => Promise.reject(new Error('gone'))];
    for (const hasPermission of refusals) {
      const send = transportTo('203.0.113.10:8443', { fetch, hasPermission });
      expect(await send(get('https://203.0.113.10:8443/webservice'))).toEqual({
        ok: false,
        error: { kind: 'permission-missing', origin: 'https://203.0.113.10:8443' },
      });
    }
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe('an answer that does not come', () => {
  it('is a redirect, which is not followed', async () => {
    const followed = vi.fn();
    const host = await serve((request, response) => {
      if (request.url === '/there') followed();
      response.writeHead(302, { location: '/there' }).end();
    });
    expect(await transportTo(host)(get(`http://${host}/`))).toEqual({
      ok: false,
      error: { kind: 'redirected' },
    });
    expect(followed).not.toHaveBeenCalled();
  });

  it('is a redirect as browsers show it: opaque, without a status', async () => {
    const opaque = () =>
      Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
    const send = transportTo('api.asaas.com', { fetch: recordingFetch(opaque) });
    expect(await send(get('https://api.asaas.com/'))).toMatchObject({
      error: { kind: 'redirected' },
    });
  });

  it('is a broken connection', async () => {
    const host = await serve((request) => request.socket.destroy());
    expect(await transportTo(host)(get(`http://${host}/`))).toEqual({
      ok: false,
      error: { kind: 'network' },
    });
  });

  it('is a connection that breaks inside the body', async () => {
    const host = await serve((request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => setTimeout(() => request.socket.destroy(), 20));
    });
    expect(await transportTo(host)(get(`http://${host}/`))).toEqual({
      ok: false,
      error: { kind: 'network' },
    });
  });

  it('is a header that no request may have', async () => {
    const send = transportTo('127.0.0.1:9');
    const request = get('http://127.0.0.1:9/', { headers: { access_token: 'a\nb' } });
    expect(await send(request)).toMatchObject({ error: { kind: 'network' } });
  });
});

describe('an answer that takes too long', () => {
  it('is given up, and the connection with it', async () => {
    const closed = vi.fn();
    const host = await serve((request) => {
      request.socket.on('close', closed);
    });
    const answer = await transportTo(host)(get(`http://${host}/`, { timeoutMs: 80 }));
    expect(answer).toEqual({ ok: false, error: { kind: 'timeout' } });
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  });

  it('is given up in the middle of its body, too', async () => {
    const host = await serve((_request, response) => {
      response.writeHead(200);
      response.write('the first half, and then nothing');
    });
    const answer = await transportTo(host)(get(`http://${host}/`, { timeoutMs: 80 }));
    expect(answer).toEqual({ ok: false, error: { kind: 'timeout' } });
  });

  it('is given up though fetch ignores it', async () => {
    const fetch = () => new Promise<Response>(() => undefined);
    const send = transportTo('api.asaas.com', { fetch });
    expect(await send(get('https://api.asaas.com/', { timeoutMs: 20 }))).toMatchObject({
      error: { kind: 'timeout' },
    });
  });
});

describe('an answer that is too large', () => {
  const kilobyte = 'x'.repeat(1024);

  it('is refused by what it announces', async () => {
    const host = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': String(10 * 1024) });
      response.end(kilobyte.repeat(10));
    });
    expect(await transportTo(host, { maxBytes: 4096 })(get(`http://${host}/`))).toEqual({
      ok: false,
      error: { kind: 'too-large' },
    });
  });

  it('is refused while it comes, without its end', async () => {
    let written = 0;
    const host = await serve((request, response) => {
      const more = setInterval(() => {
        written += 1;
        response.write(kilobyte);
      }, 1);
      request.socket.on('close', () => clearInterval(more));
    });
    expect(await transportTo(host, { maxBytes: 4096 })(get(`http://${host}/`))).toEqual({
      ok: false,
      error: { kind: 'too-large' },
    });
    expect(written).toBeLessThan(200);
  });

  it('is taken at exactly the limit, counted in bytes', async () => {
    const host = await serve((_request, response) => response.end('é'.repeat(2048)));
    const url = `http://${host}/`;
    expect((await transportTo(host, { maxBytes: 4096 })(get(url))).ok).toBe(true);
    expect((await transportTo(host, { maxBytes: 4095 })(get(url))).ok).toBe(false);
  });
});

describe('a failure', () => {
  it('tells neither the console nor the caller what was sent', async () => {
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
      vi.spyOn(console, method),
    );
    const fetch = () => Promise.reject(new TypeError('Failed to fetch with key SECRET'));
    const answer = await transportTo('api.asaas.com', { fetch })(
      get('https://api.asaas.com/?SECRET', { headers: { access_token: 'SECRET' } }),
    );
    expect(JSON.stringify(answer)).not.toContain('SECRET');
    for (const spy of spies) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });
});

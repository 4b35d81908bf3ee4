import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { carryOut } from '../../../../lib/http/document/carry-out.ts';
import { createDocumentFetch } from '../../../../lib/http/document/document-fetch.ts';
import type { Outcome } from '../../../../lib/http/document/messages.ts';
import { createTransport } from '../../../../lib/http/guarded-fetch.ts';
import type { HttpRequest } from '../../../../lib/http/transport.ts';
import { isReading } from '../../../../lib/ixc/webservice/list-request.ts';
import { documentRoom } from './document-room.ts';

const HOST = '203.0.113.10';
const LIST: HttpRequest = {
  method: 'POST',
  url: `https://${HOST}/webservice/v1/cliente`,
  headers: { ixcsoft: 'listar', authorization: 'Basic FAKE' },
  body: '{"page":"1"}',
  timeoutMs: 5_000,
};

type Fetch = typeof globalThis.fetch;

/** The product's transport through a document whose own `fetch` is this one. */
function through(send: Fetch) {
  const room = documentRoom((errand, signal) => carryOut(errand, send, signal));
  const transport = createTransport({
    fetch: createDocumentFetch({ host: room.host, isReading }),
    allowedHosts: () => new Set([HOST]),
    hasPermission: () => Promise.resolve(true),
  });
  return { room, transport };
}

const answering = (make: () => Response) => vi.fn<Fetch>(() => Promise.resolve(make()));

/** Answers when told to, or fails when the document is closed or the request given up. */
function slow() {
  const open: (() => void)[] = [];
  const send: Fetch = (_url, init) =>
    new Promise((resolve, reject) => {
      open.push(() => resolve(new Response('late')));
      init?.signal?.addEventListener('abort', () => reject(new TypeError('Failed to fetch')));
    });
  return { send: vi.fn(send), answer: () => open.splice(0).forEach((go) => go()), open };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a request through the document', () => {
  it('is made there as the worker would have made it, and brings its answer whole', async () => {
    const send = answering(
      () => new Response('{"a":"é"}', { status: 418, headers: { 'X-Echo': '1' } }),
    );
    const { transport } = through(send);
    expect(await transport(LIST)).toMatchObject({
      ok: true,
      value: { status: 418, text: '{"a":"é"}', headers: { 'x-echo': '1' } },
    });
    const [url, init] = send.mock.calls[0] ?? [];
    expect(url).toBe(LIST.url);
    expect(init).toMatchObject({
      method: 'POST',
      headers: LIST.headers,
      body: LIST.body,
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  });

  it('meets the guards before any document is opened', async () => {
    const { room, transport } = through(answering(() => new Response('x')));
    expect(await transport({ ...LIST, url: 'https://elsewhere.example/' })).toMatchObject({
      error: { kind: 'host-refused' },
    });
    expect(room.seen.opened).toBe(0);
  });

  it.each([
    ['an insertion', { ...LIST, headers: {} }],
    ['a PUT', { ...LIST, method: 'PUT' as const }],
    ['a DELETE', { ...LIST, method: 'DELETE' as const }],
  ])('is never %s', async (_what, request) => {
    const send = answering(() => new Response('x'));
    const { room, transport } = through(send);
    expect(await transport(request)).toEqual({ ok: false, error: { kind: 'network' } });
    expect(room.seen.opened).toBe(0);
    expect(send).not.toHaveBeenCalled();
  });

  it.each([
    ['redirected', () => Response.redirect('https://elsewhere.example/', 302)],
    [
      'redirected',
      () => Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' }),
    ],
    ['too-large', () => new Response('x', { headers: { 'content-length': '99999999' } })],
    ['network', () => Promise.reject(new TypeError('Failed to fetch'))],
  ] as const)('reports %s', async (kind, make) => {
    const { transport } = through(() => Promise.resolve(make()));
    expect(await transport(LIST)).toEqual({ ok: false, error: { kind } });
  });

  it('may bring an answer without a body', async () => {
    const { transport } = through(answering(() => new Response(null, { status: 204 })));
    expect(await transport(LIST)).toMatchObject({ ok: true, value: { status: 204, text: '' } });
  });

  it('is given up after its own time, and so is the document’s', async () => {
    const { send } = slow();
    const { room, transport } = through(send);
    const answer = transport(LIST);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await answer).toEqual({ ok: false, error: { kind: 'timeout' } });
    expect(send.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
    expect(room.seen.abandoned).toEqual([1]);
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('the document', () => {
  it('is one for all requests at once, and answers each with its own', async () => {
    const { room, transport } = through((url) =>
      Promise.resolve(new Response((url as string).slice(-1))),
    );
    const answers = await Promise.all(
      ['1', '2', '3'].map((id) => transport({ ...LIST, url: `${LIST.url}/${id}` })),
    );
    expect(answers.map((answer) => answer.ok && answer.value.text)).toEqual(['1', '2', '3']);
    expect(room.seen.opened).toBe(1);
  });

  it('is closed once nobody has needed it for a while, and opened again when somebody does', async () => {
    const { room, transport } = through(answering(() => new Response('x')));
    await transport(LIST);
    await vi.advanceTimersByTimeAsync(14_000);
    await transport(LIST);
    await vi.advanceTimersByTimeAsync(14_000);
    expect(room.isOpen()).toBe(true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(room.isOpen()).toBe(false);
    expect((await transport(LIST)).ok).toBe(true);
    expect(room.seen).toMatchObject({ opened: 2, closed: 1 });
  });

  it('is not closed while a request is under way', async () => {
    const { send, answer } = slow();
    const { room, transport } = through(send);
    const pending = transport({ ...LIST, timeoutMs: 60_000 });
    await vi.advanceTimersByTimeAsync(40_000);
    expect(room.isOpen()).toBe(true);
    answer();
    expect((await pending).ok).toBe(true);
  });

  it('that goes away in the middle of a reading is replaced, and the reading made once more', async () => {
    const { send, answer, open } = slow();
    const { room, transport } = through(send);
    const pending = transport(LIST);
    await vi.waitFor(() => expect(open).toHaveLength(1));
    room.lose();
    await vi.waitFor(() => expect(open).toHaveLength(2));
    answer();
    expect(await pending).toMatchObject({ ok: true, value: { text: 'late' } });
    expect(room.seen.opened).toBe(2);
  });

  it('that goes away twice is no network', async () => {
    const { send, open } = slow();
    const { room, transport } = through(send);
    const pending = transport(LIST);
    await vi.waitFor(() => expect(open).toHaveLength(1));
    room.lose();
    await vi.waitFor(() => expect(open).toHaveLength(2));
    room.lose();
    expect(await pending).toEqual({ ok: false, error: { kind: 'network' } });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('that cannot be made is no network, and is tried again with the next request', async () => {
    const { room, transport } = through(answering(() => new Response('x')));
    room.seen.refuses = true;
    expect(await transport(LIST)).toEqual({ ok: false, error: { kind: 'network' } });
    room.seen.refuses = false;
    expect((await transport(LIST)).ok).toBe(true);
  });

  it('says nothing of what it was asked when it fails', async () => {
    const outcome: Outcome = await carryOut(
      { id: 1, url: LIST.url, method: 'POST', headers: LIST.headers, body: null },
      () => Promise.reject(new TypeError(`cannot reach ${LIST.url}`)),
      new AbortController().signal,
    );
    expect(outcome).toEqual({ id: 1, kind: 'failed' });
  });
});

import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { pageRequests } from '../../../lib/messages/page-requests.ts';
import { panelRequests } from '../../../lib/messages/panel.ts';
import {
  createRouter,
  type PageHandlers,
  type PanelHandlers,
} from '../../../lib/messages/router.ts';
import type { SenderClass } from '../../../lib/messages/sender.ts';

const PANEL: SenderClass = { kind: 'panel', tabId: 7, origin: 'https://painel.provedor.example' };
const PAGE: SenderClass = { kind: 'page' };
const DRAWER: SenderClass = { kind: 'drawer', tabId: 7, frameId: 3 };
const STRANGER: SenderClass = { kind: 'refused', why: 'other-extension' };
const REFUSED = { refused: true };

const STATES = { verb: 'panel/states', ids: ['101'] };
const LOCK = { verb: 'vault/lock' };

/** One spy per verb, all with the same reply. */
function handlersFor(requests: object, reply: unknown): object {
  const verbs = Object.keys(requests).map((verb) => [verb, vi.fn(async () => reply)] as const);
  return Object.fromEntries(verbs);
}

function newRouter(changes: { panel?: Partial<PanelHandlers>; page?: Partial<PageHandlers> } = {}) {
  const panel = {
    ...(handlersFor(panelRequests, { states: [], problem: null }) as PanelHandlers),
    ...changes.panel,
  };
  const page = {
    ...(handlersFor(pageRequests, { ok: true, value: null }) as PageHandlers),
    ...changes.page,
  };
  const route = createRouter({ classify: (sender: SenderClass) => sender, panel, page });
  return { route, panel, page };
}

describe('the router', () => {
  test('gives a panel the answer of its handler, which learns who asked from the browser', async () => {
    const { route, panel } = newRouter();
    expect(await route(STATES, PANEL)).toEqual({ states: [], problem: null });
    expect(panel['panel/states']).toHaveBeenCalledWith(STATES, PANEL);
  });

  test('gives a page the answer of its handler', async () => {
    const { route, page } = newRouter();
    expect(await route(LOCK, PAGE)).toEqual({ ok: true, value: null });
    expect(page['vault/lock']).toHaveBeenCalledOnce();
  });

  test('never lets a panel, a drawer or a stranger use a verb of the pages', async () => {
    const { route, page } = newRouter();
    for (const sender of [PANEL, DRAWER, STRANGER]) {
      expect(await route(LOCK, sender)).toEqual(REFUSED);
    }
    expect(page['vault/lock']).not.toHaveBeenCalled();
  });

  test('never lets a page, a drawer or a stranger use a verb of the panel', async () => {
    const { route, panel } = newRouter();
    for (const sender of [PAGE, DRAWER, STRANGER]) {
      expect(await route(STATES, sender)).toEqual(REFUSED);
    }
    expect(panel['panel/states']).not.toHaveBeenCalled();
  });

  test.each<readonly [string, unknown]>([
    ['no message', undefined],
    ['null', null],
    ['a text', 'panel/states'],
    ['a list', [STATES]],
    ['no verb', { ids: ['101'] }],
    ['a verb that is no text', { ...STATES, verb: ['panel/states'] }],
    ['an unknown verb', { verb: 'panel/delete', ids: ['101'] }],
    ['a key too many', { ...STATES, amount: 5 }],
    ['a key too few', { verb: 'panel/states' }],
    ['an id that is none', { ...STATES, ids: ['101; drop'] }],
    ['more ids than a batch has', { ...STATES, ids: Array.from({ length: 501 }, () => '101') }],
    ...['constructor', '__proto__', 'toString', 'hasOwnProperty'].map(
      (verb) => [verb, { verb }] as const,
    ),
  ])('answers %s with the same refusal as to a stranger', async (_what, message) => {
    const { route, panel } = newRouter();
    expect(await route(message, PANEL)).toEqual(REFUSED);
    expect(await route(STATES, STRANGER)).toEqual(REFUSED);
    expect(panel['panel/states']).not.toHaveBeenCalled();
  });

  test('refuses whatever a fuzzer sends', async () => {
    const { route } = newRouter();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (message) => {
        expect(await route(message, PANEL)).toEqual(REFUSED);
      }),
    );
  });

  test('turns what a handler throws into an internal failure that tells nothing', async () => {
    const secret = new Error('key $aact_prod_falsa was refused');
    const { route } = newRouter({
      page: { 'vault/lock': () => Promise.reject(secret) },
      panel: {
        'panel/states': () => {
          throw secret;
        },
      },
    });
    const internal = { ok: false, error: { code: 'internal' } };
    expect(await route(LOCK, PAGE)).toEqual(internal);
    expect(await route(STATES, PANEL)).toEqual(internal);
  });

  test('tells what the composition root can make of it, and tells a stranger nothing', async () => {
    const { panel, page } = newRouter({
      page: { 'vault/lock': () => Promise.reject(new Error('disk full')) },
    });
    const failureOf = () => ({ code: 'storage-full' as const });
    const classify = (sender: SenderClass) => sender;
    const route = createRouter({ classify, panel, page, failureOf });
    expect(await route(LOCK, PAGE)).toEqual({ ok: false, error: { code: 'storage-full' } });
    expect(await route(LOCK, PANEL)).toEqual(REFUSED);
  });

  test('refuses everybody while it cannot tell who they are', async () => {
    const { panel, page } = newRouter();
    const classify = () => Promise.reject(new Error('settings unreadable'));
    const route = createRouter({ classify, panel, page });
    expect(await route(LOCK, PAGE)).toEqual(REFUSED);
  });

  test('has a handler for every verb of both channels', async () => {
    const { route, panel, page } = newRouter();
    expect(Object.keys(panel)).toEqual(Object.keys(panelRequests));
    expect(Object.keys(page)).toEqual(Object.keys(pageRequests));
    expect(await route({ verb: 'setup/read' }, PAGE)).not.toEqual(REFUSED);
  });
});

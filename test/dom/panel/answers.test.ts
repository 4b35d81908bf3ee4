import type { Page, Route } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import type { PanelAsk, PanelRecord, SessionTable } from '../../../lib/messages/panel.ts';
import { emulatedPanel } from '../emulated-panel.ts';
import { FEW_ROWS } from './invoice-lists.ts';
import { panelPages } from './panel-pages.ts';

const pages = panelPages();
const { load } = emulatedPanel(pages, FEW_ROWS);

const ask = <T>(page: Page, what: PanelAsk) =>
  page.evaluate((one) => panel.answerAsk(document, one), what) as Promise<T>;
const record = (page: Page, table: SessionTable, id: string) =>
  ask<PanelRecord>(page, { ask: 'record', table, id });

/** Answers the next session read as told. */
const answerWith = (page: Page, answer: Parameters<Route['fulfill']>[0] | 'abort') =>
  page.route(
    '**/aplicativo/**',
    (route) => (answer === 'abort' ? route.abort() : route.fulfill(answer)),
    { times: 1 },
  );

describe('a record under the session of the operator', () => {
  test('is a GET of that record, and carries the columns of charging and no other', async () => {
    const page = await load();
    const requests: string[] = [];
    page.on('request', (one) => requests.push(`${one.method()} ${new URL(one.url()).pathname}`));
    const customer = await record(page, 'cliente', '1');
    expect(customer.why).toBeNull();
    expect(customer.record).toMatchObject({ id: '1', ativo: 'S' });
    const names = Object.keys(customer.record ?? {});
    expect(names.filter((name) => /senha|hash|_label$/.test(name))).toEqual([]);
    expect(requests).toEqual(['GET /aplicativo/cliente/action/action.php']);
  });

  test('that does not exist is not found', async () => {
    const page = await load();
    expect(await record(page, 'fn_areceber', '999999999')).toEqual({
      record: null,
      why: 'not-found',
    });
  });

  const body = (fields: unknown) => ({ body: JSON.stringify(fields), contentType: 'text/html' });
  test.each<[string, Parameters<typeof answerWith>[1], PanelRecord['why']]>([
    ['a page where JSON belongs', { body: '\n<!DOCTYPE html><p>Login' }, 'logged-out'],
    ['401', { status: 401, body: '' }, 'logged-out'],
    ['404', { status: 404, body: '' }, 'unreadable'],
    ['500', { status: 500, body: '<html>' }, 'unreachable'],
    ['a dropped connection', 'abort', 'unreachable'],
    ['an error', body({ type: 'error', message: 'Sem permissão' }), 'unreadable'],
    ['rubbish', { body: 'ok' }, 'unreadable'],
    ['a list of something else', body(['id', '7']), 'unreadable'],
    ['an empty list', body([]), 'not-found'],
    ['empty fields', body([{ campo: 'id', valor: '' }]), 'not-found'],
    ['another record', body([{ campo: 'id', valor: '8' }]), 'unreadable'],
    [
      'an empty id',
      body([
        { campo: 'id', valor: '' },
        { campo: 'status', valor: 'A' },
      ]),
      'unreadable',
    ],
    [
      'a column that comes twice with two values',
      body([
        { campo: 'id', valor: '7' },
        { campo: 'valor', valor: '1,00' },
        { campo: 'valor', valor: '2,00' },
      ]),
      'unreadable',
    ],
    ...[{ url: 'https://g.example' }, ['x'], true].map(
      (valor): [string, Parameters<typeof answerWith>[1], PanelRecord['why']] => [
        `a value that is no text: ${JSON.stringify(valor)}`,
        body([
          { campo: 'id', valor: '7' },
          { campo: 'gateway_link', valor },
        ]),
        'unreadable',
      ],
    ),
    [
      'a column without a value',
      body([{ campo: 'id', valor: '7' }, { campo: 'gateway_link' }]),
      'unreadable',
    ],
  ])('answered with %s is no record', async (_, answer, why) => {
    const page = await load();
    await answerWith(page, answer);
    expect(await record(page, 'fn_areceber', '7')).toEqual({ record: null, why });
  });
});

test('a record that names no id is handed on, for the worker to judge', async () => {
  const page = await load();
  await answerWith(page, { body: JSON.stringify([{ campo: 'status', valor: 'A' }]) });
  expect(await record(page, 'fn_areceber', '7')).toEqual({ record: { status: 'A' }, why: null });
});

test('numbers and nothing are values, and what is not read may be anything', async () => {
  const page = await load();
  const fields = [
    { campo: 'id', valor: 7 },
    { campo: 'gateway_link', valor: null },
    { campo: 'permissoes', valor: ['x'] },
  ];
  await answerWith(page, { body: JSON.stringify(fields) });
  expect(await record(page, 'fn_areceber', '7')).toEqual({
    record: { id: '7', gateway_link: '' },
    why: null,
  });
});

describe('the session', () => {
  const session = (page: Page) => ask(page, { ask: 'session' });

  test('is there while records are answered, whatever the operator may read', async () => {
    const page = await load();
    expect(await session(page)).toEqual({ loggedIn: true });
    await answerWith(page, { body: '{"type":"error","message":"Sem permissão"}' });
    expect(await session(page)).toEqual({ loggedIn: true });
  });

  test('is gone where another computer took it over, though the page still shows its menu', async () => {
    const page = await load();
    await page.context().clearCookies();
    expect(await page.locator('#layout_menu_lateral').count()).toBe(1);
    expect(await session(page)).toEqual({ loggedIn: false });
  });

  test('is not there on the login, and nothing is asked', async () => {
    const page = await load({ autoLogin: false });
    const requests: string[] = [];
    page.on('request', (one) => requests.push(one.url()));
    expect(await session(page)).toEqual({ loggedIn: false });
    expect(requests.filter((url) => url.includes('aplicativo'))).toEqual([]);
  });
});

test('only the questions of the contract are questions', async () => {
  const page = await pages.open('customers.html');
  const judged = await page.evaluate(() =>
    [
      { ask: 'session' },
      { ask: 'diagnosis' },
      { ask: 'record', table: 'cliente', id: '7' },
      { ask: 'record', table: 'usuarios', id: '7' },
      { ask: 'record', table: 'toString', id: '7' },
      { ask: 'record', table: 'cliente', id: '7&action=deletar' },
      { ask: 'record', table: 'cliente', id: 7 },
      { ask: 'everything' },
      { push: 'states' },
      'session',
      null,
    ].map((message) => panel.isAsk(message)),
  );
  expect(judged).toEqual([true, true, true, ...Array<boolean>(8).fill(false)]);
});

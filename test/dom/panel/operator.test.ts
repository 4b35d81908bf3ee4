import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import type { PanelUser } from '../../../lib/messages/panel.ts';
import { emulatedPanel } from '../emulated-panel.ts';
import { FEW_ROWS } from './invoice-lists.ts';
import { panelPages } from './panel-pages.ts';

const pages = panelPages();
const { load } = emulatedPanel(pages, FEW_ROWS);

const operator = (page: Page) =>
  page.evaluate(() => panel.answerAsk(document, { ask: 'operator' })) as Promise<PanelUser | null>;

/** Leaves in the page's storage these keys alone. */
const keep = (page: Page, ...keys: readonly string[]) =>
  page.evaluate((all) => {
    localStorage.clear();
    for (const key of all) localStorage.setItem(key, '{}');
  }, keys);

const showName = (page: Page, name: string) =>
  page.evaluate((text) => {
    const shown = document.querySelector('.menu-user-name span');
    if (shown) shown.textContent = text;
  }, name);

describe('who works at a panel', () => {
  test('is the user whom the page keeps things of, by the name that it shows', async () => {
    expect(await operator(await load())).toEqual({ id: '2', name: 'Operadora Exemplo' });
  });

  test('is known by either form of key, and the first one decides', async () => {
    const page = await load();
    await keep(page, 'service:2:ultimo_acesso', 'service:2:fila', 'tema');
    expect(await operator(page)).toMatchObject({ id: '2' });
    await keep(page, 'preferencias_user_2', 'service:7:ultimo_acesso');
    expect(await operator(page)).toMatchObject({ id: '2' });
  });

  test.each([
    ['several have worked at the computer', ['preferencias_user_2', 'preferencias_user_7']],
    ['several have, by the other form', ['service:2:ultimo_acesso', 'service:7:ultimo_acesso']],
    ['no key names a user', ['preferencias_user_0', 'service:x:fila', 'preferencias_user_2_a']],
    ['the storage is empty', []],
  ])('is nobody where %s', async (_where, keys) => {
    const page = await load();
    await keep(page, ...keys);
    expect(await operator(page)).toBeNull();
  });

  test('is nobody where the page keeps its storage from scripts', async () => {
    const page = await load();
    await page.evaluate(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    expect(await operator(page)).toBeNull();
  });

  test('is nobody once the session is over, whatever the storage still says', async () => {
    const page = await load({ autoLogin: false });
    await keep(page, 'preferencias_user_2');
    expect(await operator(page)).toBeNull();
  });

  test('has no name where the page shows none, or what is no name', async () => {
    const page = await load();
    await showName(page, '  Operadora \n  Exemplo ');
    expect(await operator(page)).toEqual({ id: '2', name: 'Operadora Exemplo' });
    for (const none of ['   ', 'a'.repeat(81)]) {
      await showName(page, none);
      expect(await operator(page)).toEqual({ id: '2', name: null });
    }
  });
});

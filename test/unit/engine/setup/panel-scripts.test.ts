import { describe, expect, test } from 'vitest';
import { reconcilePanelScripts } from '../../../../lib/engine/setup/panel-scripts.ts';
import { DEFAULT_SETTINGS } from '../../../../lib/settings/store.ts';
import type { Settings } from '../../../../lib/settings/settings.ts';
import { newPanel } from '../../../../lib/settings/new-panel.ts';
import { fakeBrowser, type FakeBrowser } from './fake-browser.ts';

const A = 'https://a.provedor.example';
const B = 'http://192.168.0.10:8080';

function settingsOf(...origins: string[]): Settings {
  return { ...DEFAULT_SETTINGS, panels: origins.map((origin) => newPanel(origin, null)) };
}

/** A browser where `permitted` were granted, and the reconciliation for some panels. */
function scene(...permitted: string[]) {
  const browser = fakeBrowser();
  for (const origin of permitted) browser.granted.add(`${origin}/*`);
  const reconcile = (...panels: string[]) =>
    reconcilePanelScripts({ ...browser, settings: { read: async () => settingsOf(...panels) } });
  return { browser, reconcile };
}

const ids = ({ scripts }: FakeBrowser) => [...scripts.keys()].sort();

describe('reconciling the content scripts', () => {
  test('registers one per panel that is set up and permitted', async () => {
    const { browser, reconcile } = scene(A, B);
    await reconcile(A, B);
    expect(ids(browser)).toEqual([`panel:${B}`, `panel:${A}`]);
    expect(browser.scripts.get(`panel:${B}`)?.matches).toEqual([`${B}/adm.php*`]);
  });

  test('registers none without permission, since that would succeed in silence', async () => {
    const { browser, reconcile } = scene(A);
    await reconcile(A, B);
    expect(ids(browser)).toEqual([`panel:${A}`]);
  });

  test('takes away what lost its permission or its panel, and nothing that is not its own', async () => {
    const { browser, reconcile } = scene(A, B);
    await reconcile(A, B);
    const foreign = { ...browser.scripts.get(`panel:${A}`), id: 'something-else' };
    browser.scripts.set('something-else', foreign as never);
    browser.granted.delete(`${A}/*`);
    await reconcile(A);
    expect(ids(browser)).toEqual(['something-else']);
  });

  test('replaces a script that an older version registered with another pattern', async () => {
    const { browser, reconcile } = scene(A);
    await reconcile(A);
    const script = browser.scripts.get(`panel:${A}`);
    if (!script) throw new Error('not registered');
    browser.scripts.set(script.id, { ...script, matches: [`${A}/*`] });
    await reconcile(A);
    expect(browser.scripts.get(script.id)?.matches).toEqual([`${A}/adm.php*`]);
  });

  test('does nothing when there is nothing to do', async () => {
    const { browser, reconcile } = scene(A);
    await reconcile(A);
    const before = browser.scripts.get(`panel:${A}`);
    await reconcile(A);
    expect(browser.scripts.get(`panel:${A}`)).toBe(before);
  });

  test('run several times at once is the same as once', async () => {
    const { browser, reconcile } = scene(A, B);
    await Promise.all([reconcile(A, B), reconcile(A, B), reconcile(A, B)]);
    expect(ids(browser)).toEqual([`panel:${B}`, `panel:${A}`]);
    await Promise.all([reconcile(A), reconcile(A), reconcile(A)]);
    expect(ids(browser)).toEqual([`panel:${A}`]);
  });

  test('does not hide that the browser refuses', async () => {
    const { browser } = scene(A);
    const registerContentScripts = () => Promise.reject(new Error('refused'));
    await expect(
      reconcilePanelScripts({
        settings: { read: async () => settingsOf(A) },
        permissions: browser.permissions,
        scripting: { ...browser.scripting, registerContentScripts },
      }),
    ).rejects.toThrow('refused');
  });
});

describe('the tabs that are open', () => {
  function tabsOfTwoPanels() {
    const at = scene(A);
    at.browser.tabs.push(
      { id: 1, url: `${A}/adm.php` },
      { id: 2, url: `${B}/adm.php` },
      { id: 3, url: `${A}/adm.php#error` },
      { id: 4, url: `${A}/outra.php` },
      { id: 5, url: `${A}/adm.php?janela=2` },
    );
    return at;
  }

  test('are run in where a script is new, as after an update, and left alone where it is known', async () => {
    const { browser, reconcile } = tabsOfTwoPanels();
    await reconcile(A, B);
    expect(browser.injected).toEqual([1, 5]);
    await reconcile(A, B);
    expect(browser.injected).toEqual([1, 5]);
    browser.scripts.clear();
    await reconcile(A, B);
    expect(browser.injected).toEqual([1, 5, 1, 5]);
  });

  test('are run in though the browser has put one of them to sleep, and nobody waits for that one', async () => {
    const { browser } = tabsOfTwoPanels();
    browser.granted.add(`${B}/*`);
    const asked: number[] = [];
    const executeScript = (tab: number) => {
      asked.push(tab);
      return tab === 1 ? new Promise<void>(() => undefined) : Promise.resolve();
    };
    await reconcilePanelScripts({
      ...browser,
      scripting: { ...browser.scripting, executeScript },
      settings: { read: async () => settingsOf(A, B) },
    });
    expect(asked.toSorted()).toEqual([1, 2, 3, 5]);
  });

  test('are run in by the panel that is permitted next, and no other', async () => {
    const { browser, reconcile } = tabsOfTwoPanels();
    await reconcile(A, B);
    browser.granted.add(`${B}/*`);
    await reconcile(A, B);
    expect(browser.injected).toEqual([1, 5, 2]);
  });

  test('are run in at the start of the browser though the script is known: they may be restored ones', async () => {
    const { browser, reconcile } = tabsOfTwoPanels();
    await reconcile(A, B);
    await reconcilePanelScripts(
      { ...browser, settings: { read: async () => settingsOf(A, B) } },
      () => true,
    );
    expect(browser.injected).toEqual([1, 5, 1, 5]);
    expect(ids(browser)).toEqual([`panel:${A}`]);
  });
});

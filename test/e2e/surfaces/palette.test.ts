import type { Frame } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PalettePush, PaletteResults } from '../../../lib/messages/palette.ts';
import { accessibilityProblems, contrastProblems, isFine, look } from './gallery.ts';
import { paletteStories } from './palette-stories.ts';
import {
  startSurfaceBrowser,
  type Locale,
  type SurfaceBrowser,
  type SurfaceTab,
} from './surface-browser.ts';

let surfaces: SurfaceBrowser;
let tabs: Record<Locale, SurfaceTab>;
beforeAll(async () => {
  surfaces = await startSurfaceBrowser();
  const tab = (locale: Locale) => surfaces.newTab({ locale, width: 680, height: 620 });
  tabs = { pt_BR: await tab('pt_BR'), en: await tab('en') };
});
afterAll(() => surfaces.close());

const client = paletteStories['client'];

async function open(locale: Locale = 'pt_BR'): Promise<Frame> {
  const { page, show } = tabs[locale];
  await show('/palette-host.html', {});
  const frame = page.frames().find((each) => each.url().endsWith('/palette.html'));
  if (frame === undefined) throw new Error('the host page frames no palette');
  await frame.locator('input').waitFor();
  return frame;
}

const sent = (frame: Frame) => frame.evaluate(() => stub.sent);
const push = (frame: Frame, message: PalettePush) =>
  frame.evaluate((pushed) => stub.push(pushed), message);

/** The number of the last thing that the palette asked. */
async function lastTurn(frame: Frame, verb: string): Promise<number> {
  await expect.poll(async () => (await sent(frame)).at(-1)?.verb).toBe(verb);
  return Number((await sent(frame)).at(-1)?.['turn']);
}

async function find(frame: Frame, text: string, results: PaletteResults): Promise<void> {
  await frame.locator('input').fill(text);
  await expect.poll(async () => (await sent(frame)).at(-1)).toMatchObject({ verb: 'search', text });
  await push(frame, { type: 'results', turn: await lastTurn(frame, 'search'), results });
  await frame.getByText('Procurando…').waitFor({ state: 'detached' });
}

const said = (frame: Frame) => frame.locator('footer').innerText();

test.each(Object.entries(paletteStories))(
  'it shows %s legibly and accessibly, light and dark, wide and narrow',
  async (name, results) => {
    const frame = await open();
    await find(frame, 'Maria', results);
    const { page } = tabs.pt_BR;
    await isFine(page, frame, { name: `palette-${name}`, wide: 680, narrow: 360 });
    expect(await frame.evaluate(() => stub.violations)).toEqual([]);
  },
);

test('its shortcuts are legible and accessible, and are listed by ? in an empty field', async () => {
  const frame = await open();
  await frame.locator('input').press('?');
  await frame.locator('.keys').waitFor();
  await look(tabs.pt_BR.page, { name: 'palette-keys', width: 680 });
  expect(await accessibilityProblems(frame)).toEqual([]);
  await look(tabs.pt_BR.page, { name: 'palette-keys-dark', width: 680, dark: true });
  expect(await contrastProblems(frame)).toEqual([]);
  await frame.locator('body').press('Escape');
  await frame.locator('.keys').waitFor({ state: 'detached' });
});

test('it speaks English', async () => {
  const frame = await open('en');
  await frame.locator('input').fill('Maria');
  await push(frame, {
    type: 'results',
    turn: await lastTurn(frame, 'search'),
    results: client ?? { clients: [], hasMore: false, failure: null },
  });
  await frame.getByText('Overdue: ').or(frame.getByText('2 overdue')).first().waitFor();
  expect(await frame.locator('body').innerText()).not.toMatch(/\{\w+\}|undefined|NaN|\$\d/);
});

test('arrows lead from the field through the invoices and back, and each key asks for its thing', async () => {
  const frame = await open();
  await find(frame, 'Maria', client ?? { clients: [], hasMore: false, failure: null });
  const at = () => frame.evaluate(() => document.activeElement?.getAttribute('data-invoice'));
  const { keyboard } = tabs.pt_BR.page;
  await keyboard.press('ArrowDown');
  expect(await at()).toBe('47100');
  await keyboard.press('End');
  expect(await at()).toBe('48211');
  for (const [key, wanted] of [
    ['p', { verb: 'copy', invoiceId: '48211', what: 'pix' }],
    ['b', { verb: 'copy', invoiceId: '48211', what: 'linha' }],
    ['l', { verb: 'copy', invoiceId: '48211', what: 'link' }],
    ['m', { verb: 'copy', invoiceId: '48211', what: 'message' }],
    ['w', { verb: 'whatsapp', invoiceId: '48211' }],
    ['v', { verb: 'copy-overdue', customerId: '42' }],
    ['Shift+V', { verb: 'whatsapp-overdue', customerId: '42' }],
    ['r', { verb: 'refresh', customerId: '42' }],
  ] as const) {
    await keyboard.press(key);
    await expect.poll(async () => (await sent(frame)).at(-1)).toMatchObject(wanted);
  }
  await keyboard.press('Home');
  await keyboard.press('ArrowUp');
  expect(await frame.evaluate(() => document.activeElement?.localName)).toBe('input');
  const before = (await sent(frame)).length;
  await keyboard.press('p');
  expect(await frame.locator('input').inputValue()).toBe('Mariap');
  expect((await sent(frame)).slice(before).filter(({ verb }) => verb !== 'search')).toEqual([]);
});

test('Tab goes round within it, either way, and never to the page under it', async () => {
  const frame = await open();
  await find(frame, 'Maria', client ?? { clients: [], hasMore: false, failure: null });
  const { keyboard } = tabs.pt_BR.page;
  const stops = await frame.locator('input, button').count();
  const at = () =>
    frame.evaluate(() => {
      const all = [...document.querySelectorAll('input, button')];
      return document.hasFocus() ? all.indexOf(document.activeElement ?? document.body) : -1;
    });
  const seen: number[] = [];
  for (let nth = 0; nth <= stops; nth += 1) {
    seen.push(await at());
    await keyboard.press('Tab');
  }
  expect(seen).toEqual([...Array(stops).keys(), 0]);
  await frame.locator('input').focus();
  await keyboard.press('Shift+Tab');
  expect(await at()).toBe(stops - 1);
});

test('a code that comes goes to the clipboard, is said aloud, and is nowhere on screen', async () => {
  const frame = await open();
  await find(frame, 'Maria', client ?? { clients: [], hasMore: false, failure: null });
  await frame.getByRole('button', { name: /^Pix/ }).last().click();
  const turn = await lastTurn(frame, 'copy');
  await push(frame, { type: 'copied', turn, outcome: { text: '00020126PIX6304ABCD', left: 0 } });
  await expect.poll(() => said(frame)).toBe('Pix copiado');
  const { page } = tabs.pt_BR;
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('00020126PIX6304ABCD');
  expect(await frame.locator('html').innerHTML()).not.toContain('00020126');

  await frame
    .getByRole('button', { name: /^Boleto/ })
    .last()
    .click();
  const next = await lastTurn(frame, 'copy');
  await push(frame, { type: 'copied', turn: next, outcome: { refused: 'lapsed' } });
  await expect.poll(() => said(frame)).toContain('O registro do boleto acabou');
});

test('Enter opens the drawer of the invoice, and Escape closes, by asking who framed it', async () => {
  const frame = await open();
  await find(frame, 'Maria', client ?? { clients: [], hasMore: false, failure: null });
  const { keyboard } = tabs.pt_BR.page;
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect
    .poll(() => sent(frame).then((all) => all.at(-1)))
    .toMatchObject({
      verb: 'open',
      invoiceId: '47100',
    });
  await keyboard.press('Escape');
  const heardBy = () => tabs.pt_BR.page.evaluate(() => heard);
  await expect.poll(heardBy).toEqual([{ ixa: 'close' }, { ixa: 'close' }]);
});

test('opened as a page of its own it renders nothing and calls nobody', async () => {
  const { page, show } = tabs.pt_BR;
  await show('/palette.html', {});
  await page.evaluate(() =>
    window.postMessage({ ixa: 'token', token: 't'.repeat(43) }, location.origin),
  );
  await page.waitForTimeout(200);
  expect(await page.locator('#root').innerHTML()).toBe('');
  expect(await page.evaluate(() => stub.sent)).toEqual([]);
});

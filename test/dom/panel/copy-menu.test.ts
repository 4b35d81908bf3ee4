import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import type { RowState } from '../../../lib/messages/panel.ts';
import { DRAWER } from './client-list.ts';
import { panelPages } from './panel-pages.ts';
import { marksOn, redraw, runPanel, spokenWords } from './running-panel.ts';

const STATES: readonly RowState[] = [
  { id: '4001', group: 'unsent', canSend: true, seenAt: null },
  { id: '4002', group: 'overdue', canSend: false, seenAt: null },
  { id: '4003', group: 'paid', canSend: false, seenAt: null },
];
const COPY = '[data-ixa-invoice="4002"] [data-ixa-copy]';
const MENU = '[data-ixa-menu]';
const PIX = '00020126580014br.gov.bcb.pix0136fake6304ABCD';

const pages = panelPages();

async function run(states = STATES): Promise<Page> {
  const page = await runPanel(pages, 'client-financial-b.html', states, spokenWords());
  await page.evaluate((code) => {
    worker.copies = {
      pix: { code },
      linha: { refused: 'lapsed' },
      link: { failed: 'locked' },
      whatsapp: { opened: true },
    };
    // The tests' pages are files: what would be on the clipboard is kept here.
    globalThis.clipboard = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void globalThis.clipboard.push(text) },
    });
  }, PIX);
  return page;
}

declare global {
  // Inside the pages of these tests.
  var clipboard: string[];
}

const copied = (page: Page) => page.evaluate(() => worker.copied);
const onClipboard = (page: Page) => page.evaluate(() => globalThis.clipboard);
const heard = (page: Page) => page.evaluate(() => rowEvents);
const item = (page: Page, what: string) => page.locator(`[data-ixa-copied="${what}"]`);
const said = (page: Page) => page.locator('[data-ixa-notice] > span').innerText();

describe('the copy button', () => {
  test('is beside a badge whose charge can be paid, and nowhere else', async () => {
    const page = await run();
    expect(await page.locator('[data-ixa-copy]').count()).toBe(1);
    expect(await page.locator(COPY).getAttribute('aria-label')).toBe('Copiar, título 4002');
    expect(await marksOn(page)).toEqual(['4001 send', '4002 open overdue', '4003 open paid']);
  });

  test('goes with the charge: paid, there is nothing to copy', async () => {
    const page = await run();
    await page.evaluate(() => {
      const paid = { id: '4002', group: 'paid', canSend: false, seenAt: null } as const;
      worker.push?.({ push: 'states', states: [paid], problem: null });
    });
    expect(await page.locator('[data-ixa-copy]').count()).toBe(0);
  });

  test('is one per row after any redraw', async () => {
    const page = await run();
    for (const order of ['same', 'reversed', 'same'] as const) {
      await redraw(page, order);
      expect(await page.locator('[data-ixa-copy]').count()).toBe(1);
    }
  });
});

describe('the copy menu', () => {
  test('copies a code by mouse, the row hears nothing, and no drawer opens', async () => {
    const page = await run();
    await page.click(COPY);
    await item(page, 'pix').click();
    await expect.poll(() => onClipboard(page)).toEqual([PIX]);
    await expect.poll(() => said(page)).toBe('Título 4002: Pix copiado');
    expect(await copied(page)).toEqual(['4002 pix']);
    expect(await heard(page)).toEqual([]);
    expect(await page.locator(DRAWER).count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(PIX);
  });

  test('is led through by the keyboard, and gives the focus back', async () => {
    const page = await run();
    await page.focus('[data-ixa-invoice="4002"] [data-ixa-action]');
    await page.keyboard.press('ArrowDown');
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('data-ixa-copied'));
    expect(await focused()).toBe('pix');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('whatsapp');
    await page.keyboard.press('Home');
    expect(await focused()).toBe('pix');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => copied(page)).toEqual(['4002 linha']);
    expect(await page.locator(MENU).count()).toBe(0);
    expect(await page.locator(`${COPY}:focus`).count()).toBe(1);
    expect(await heard(page)).toEqual([]);
  });

  test('closes by Escape, which the page does not hear, and by a press beside it', async () => {
    const page = await run();
    await page.evaluate(() => {
      document.addEventListener('keydown', ({ key }) => rowEvents.push(key));
      document.addEventListener('keyup', ({ key }) => rowEvents.push(key));
    });
    await page.click(COPY);
    await page.keyboard.press('Escape');
    expect(await page.locator(MENU).count()).toBe(0);
    expect(await heard(page)).toEqual([]);
    expect(await page.locator(`${COPY}:focus`).count()).toBe(1);

    await page.click(COPY);
    await page.mouse.click(5, 5);
    expect(await page.locator(MENU).count()).toBe(0);
    expect(await copied(page)).toEqual([]);
  });

  test('opened by a double click stays open; another click closes it', async () => {
    const page = await run();
    await page.dblclick(COPY);
    expect(await page.locator(MENU).count()).toBe(1);
    await page.waitForTimeout(600);
    await page.click(COPY);
    expect(await page.locator(MENU).count()).toBe(0);
    expect(await heard(page)).toEqual([]);
  });

  test('starts nothing for events that the page makes up', async () => {
    const page = await run();
    await page.evaluate((copy) => document.querySelector<HTMLElement>(copy)?.click(), COPY);
    expect(await page.locator(MENU).count()).toBe(0);
    await page.click(COPY);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLElement>('[data-ixa-copied]')) one.click();
    });
    expect(await copied(page)).toEqual([]);
  });

  test.each([
    ['linha', 'Título 4002: O registro do boleto acabou. Use o Pix ou o link.'],
    ['link', /^Título 4002: Ponte está bloqueada/],
    ['whatsapp', 'Título 4002: Mensagem aberta no WhatsApp'],
  ] as const)('says what came of %s, and copies nothing', async (what, text) => {
    const page = await run();
    await page.click(COPY);
    await item(page, what).click();
    await expect.poll(() => said(page)).toMatch(text);
    expect(await onClipboard(page)).toEqual([]);
  });

  test('says that nobody answered', async () => {
    const page = await run();
    await page.evaluate(() => (worker.isReachable = false));
    await page.click(COPY);
    await item(page, 'pix').click();
    await expect.poll(() => said(page)).toContain('Nada foi copiado');
  });

  test('over a row that became another invoice does not open', async () => {
    const page = await run();
    await page.evaluate(() => {
      const recycle = () => {
        const row = document.querySelector<HTMLElement>('#row4002');
        const box = row?.querySelector('td:nth-child(2) > div');
        if (row && box?.firstChild) box.firstChild.nodeValue = '4055';
        for (const name of ['id', 'valorcampoautoincrement']) if (row) row.dataset[name] = '4055';
        if (row) row.id = 'row4055';
      };
      window.addEventListener('click', recycle, { capture: true, once: true });
    });
    await page.click(COPY);
    expect(await page.locator(MENU).count()).toBe(0);
    expect(await copied(page)).toEqual([]);
  });
});

describe('a page that is no secure context', () => {
  test('gets the code by its copy event, which no script of the page hears', async () => {
    const page = await run();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
      document.addEventListener('copy', (event) => {
        rowEvents.push(`copy ${event.clipboardData?.getData('text/plain') ?? ''}`);
      });
    });
    await page.click(COPY);
    await item(page, 'pix').click();
    await expect.poll(() => said(page)).toBe('Título 4002: Pix copiado');
    expect(await heard(page)).toEqual([]);
    expect(await page.locator('textarea').count()).toBe(0);
  });
});

describe('Alt+A', () => {
  const PALETTE = 'iframe[data-ixa-palette]';

  test('asks for the palette once, and Escape closes it before the drawer', async () => {
    const page = await run();
    await page.click('[data-ixa-invoice="4002"] [data-ixa-action]');
    await page.waitForSelector(DRAWER);
    // Inside a frame its own keys count.
    const leaveFrame = () => (document.activeElement as HTMLElement | null)?.blur();
    await page.evaluate(leaveFrame);
    await page.keyboard.press('Alt+a');
    await page.keyboard.press('Alt+a');
    await page.waitForSelector(PALETTE);
    expect(await page.evaluate(() => worker.palettes)).toBe(1);
    const everything = await page.evaluate(() => document.documentElement.outerHTML);
    expect(everything).not.toContain('a-token-that-must-not-reach-the-dom');
    await page.evaluate(leaveFrame);
    await page.keyboard.press('Escape');
    expect(await page.locator(PALETTE).count()).toBe(0);
    expect(await page.locator(DRAWER).count()).toBe(1);
  });

  test.each(['Control+Alt+a', 'Alt+Shift+a', 'a'])('%s is the page’s own', async (keys) => {
    const page = await run();
    await page.keyboard.press(keys);
    expect(await page.evaluate(() => worker.palettes)).toBe(0);
  });

  test('that nobody answers says so', async () => {
    const page = await run();
    await page.evaluate(() => (worker.isReachable = false));
    await page.keyboard.press('Alt+a');
    await expect.poll(() => said(page)).toContain('Não foi possível abrir a busca');
  });
});

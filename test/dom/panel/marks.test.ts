import { describe, expect, test } from 'vitest';
import type { RowState } from '../../../lib/messages/panel.ts';
import { day } from '../../fixtures/day.ts';
import { panelPages } from './panel-pages.ts';
import { marksOn, redraw, runPanel, spokenWords } from './running-panel.ts';

const FIXTURE = 'client-financial-b.html';
const STATES: RowState[] = [
  { id: '4001', group: 'unsent', canSend: true, seenAt: null },
  { id: '4002', group: 'open', canSend: false, seenAt: Date.now() - 130_000 },
  { id: '4003', group: 'unsent', canSend: false, seenAt: null },
];
const MARKS = ['4001 send', '4002 open open', '4003'];

const pages = panelPages();

const run = (states = STATES) => runPanel(pages, FIXTURE, states);

describe('what a row shows', () => {
  test('a button to send, a badge that opens the charge, or nothing to see', async () => {
    const page = await run();
    expect(await marksOn(page)).toEqual(MARKS);
    expect(await page.evaluate(() => worker.asked)).toEqual([['4001', '4002', '4003']]);
    const empty = page.locator('[data-ixa-invoice="4003"]');
    expect(await empty.isVisible()).toBe(false);
  });

  test('buttons are named by what they do and the invoice, badges by state and age', async () => {
    const page = await run();
    const names = await page
      .locator('[data-ixa-action]')
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute('aria-label'), one.getAttribute('type')]),
      );
    expect(names).toEqual([
      ['panel_send, panel_invoice 4001', 'button'],
      ['panel_open, panel_invoice 4002: panel_group_open', 'button'],
    ]);
    const badge = page.locator('[data-ixa-action="open"]');
    expect(await badge.getAttribute('title')).toBe('panel_group_open, panel_seen_minutes 2');
  });

  test('a due date that IXC alone has still is dashed, told by the tooltip and read aloud, until it agrees', async () => {
    const state = { id: '4002', group: 'open', canSend: false, seenAt: null } as const;
    const states = [{ ...state, ixcStill: day('2026-12-10') }];
    const page = await runPanel(pages, FIXTURE, states, spokenWords());
    const mark = page.locator('[data-ixa-invoice="4002"]');
    const told = async () => ({
      isDashed: await mark
        .locator('[data-ixa-status]')
        .evaluate((badge) => getComputedStyle(badge).borderBottomStyle === 'dashed'),
      title: await mark.locator('[data-ixa-action]').getAttribute('title'),
      name: await mark.locator('[data-ixa-action]').getAttribute('aria-label'),
    });
    expect(await mark.getAttribute('data-ixa-still')).toBe('');
    expect(await told()).toEqual({
      isDashed: true,
      title: expect.stringMatching(/^Aberta, .+\. IXC ainda com 10\/12/) as unknown,
      name: expect.stringMatching(/título 4002: Aberta\. IXC ainda com 10\/12/) as unknown,
    });
    await page.evaluate((agreed) => {
      worker.push?.({ push: 'states', states: [agreed], problem: null });
    }, state);
    expect(await mark.getAttribute('data-ixa-still')).toBeNull();
    const now = await told();
    expect(now.isDashed).toBe(false);
    expect(`${now.title} ${now.name}`).not.toContain('ainda com');
  });

  test('no text is added to a cell, no cell to a row, and no row grows', async () => {
    const page = await pages.open(FIXTURE);
    const read = () =>
      [...document.querySelectorAll('.bDiv tr')].map((row) => ({
        text: row.textContent,
        cells: row.children.length,
        height: row.getBoundingClientRect().height,
        edges: [...row.children].map((cell) => cell.getBoundingClientRect().x),
      }));
    const before = await page.evaluate(read);
    const marked = await run();
    expect(await marked.evaluate(read)).toEqual(before);
  });

  test('a state that changes is painted without a question', async () => {
    const page = await run();
    await page.evaluate(() => {
      const paid = { id: '4002', group: 'paid', canSend: false, seenAt: null } as const;
      worker.push?.({ push: 'states', states: [paid], problem: null });
    });
    expect(await marksOn(page)).toEqual(['4001 send', '4002 open paid', '4003']);
    expect(await page.evaluate(() => worker.asked.length)).toBe(1);
  });

  test('what an older copy of the script left behind is taken away', async () => {
    const page = await run();
    await page.evaluate(() => {
      worker.stop.abort();
      const stale = document.createElement('span');
      stale.setAttribute('data-ixa-invoice', '4003');
      document.querySelector('.bDiv tr td:nth-child(2) > div')?.append(stale);
    });
    expect(await page.locator('.bDiv [data-ixa-invoice]').count()).toBe(1);
    await page.evaluate(() => {
      panel.startPanel({
        document,
        css: '',
        toastCss: '',
        words: panel.readWords((key) => key),
        drawer: { url: 'about:blank', origin: 'https://drawer.example' },
        palette: { url: 'about:blank', origin: 'https://palette.example' },
        signal: new AbortController().signal,
        worker: {
          isAlive: () => true,
          states: async () => ({ states: [], problem: null }),
          send: async () => ({ token: '' }),
          open: async () => ({ token: '' }),
          copy: async () => ({ refused: 'no-charge' }),
          palette: async () => ({ token: '' }),
          onPush: () => undefined,
        },
      });
    });
    expect(await marksOn(page)).toEqual(['4001', '4002', '4003']);
  });
});

describe('when IXC redraws', () => {
  test('marks follow their rows at once, from memory, in any order', async () => {
    const page = await run();
    await redraw(page);
    expect(await marksOn(page)).toEqual(MARKS);
    await redraw(page, 'reversed');
    expect(await marksOn(page)).toEqual([...MARKS].reverse());
    expect(await page.evaluate(() => worker.asked.length)).toBe(1);
  });

  test('only invoices that were not seen before are asked for', async () => {
    const page = await run();
    await page.evaluate(() => {
      const row = document.querySelector('.bDiv tr');
      if (!row?.parentElement) throw new Error('no row');
      const next = row.cloneNode(true) as HTMLElement;
      next.id = 'row4009';
      next.dataset['id'] = '4009';
      next.dataset['valorcampoautoincrement'] = '4009';
      const box = next.querySelector('td[abbr="fn_areceber.id"] > div');
      if (box) box.textContent = '4009';
      row.parentElement.append(next);
    });
    expect(await marksOn(page)).toEqual([...MARKS, '4009']);
    expect(await page.evaluate(() => worker.asked)).toEqual([['4001', '4002', '4003'], ['4009']]);
  });

  test('a cell rewritten in place gets its mark back', async () => {
    const page = await run();
    await page.evaluate(() => {
      const box = document.querySelector('td[abbr="fn_areceber.id"] > div');
      if (box) box.textContent = '4001';
    });
    expect(await marksOn(page)).toEqual(MARKS);
  });

  test('a row that becomes another invoice loses the mark of the first', async () => {
    const page = await run();
    await page.evaluate(() => {
      const box = document.querySelector('td[abbr="fn_areceber.id"] > div');
      if (box?.firstChild) box.firstChild.nodeValue = '4055';
    });
    expect(await marksOn(page)).toEqual(['-', '4002 open open', '4003']);
  });

  test('a cloned row does not keep a second, dead mark', async () => {
    const page = await run();
    await page.evaluate(() => {
      const row = document.querySelector('.bDiv tr');
      row?.after(row.cloneNode(true));
    });
    expect(await marksOn(page)).toEqual(['4001 send', ...MARKS]);
  });

  test('a hidden id column moves the marks to one that can be seen', async () => {
    const page = await run();
    await page.evaluate(() => {
      for (const cell of document.querySelectorAll<HTMLElement>(
        '.bDiv td[abbr="fn_areceber.id"]',
      )) {
        cell.style.display = 'none';
      }
      const head = document.querySelector<HTMLElement>('.hDiv th[abbr="fn_areceber.id"]');
      if (head) head.style.display = 'none';
    });
    await page.waitForSelector('[data-ixa-action="send"]', { state: 'visible' });
    expect(await marksOn(page)).toEqual(MARKS);
  });

  test('several grids that appear at once are one question', async () => {
    const page = await run();
    await page.evaluate(() => {
      for (const id of ['4101', '4102']) {
        const form = document.querySelector('form')?.cloneNode(true) as HTMLFormElement;
        const [row, ...others] = form.querySelectorAll<HTMLElement>('.bDiv tr');
        for (const other of others) other.remove();
        if (!row) throw new Error('no row');
        row.id = `row${id}`;
        row.dataset['id'] = id;
        row.dataset['valorcampoautoincrement'] = id;
        const box = row.querySelector('td[abbr="fn_areceber.id"] > div');
        if (box) box.textContent = id;
        document.body.append(form);
      }
    });
    expect(await page.evaluate(() => worker.asked.slice(1))).toEqual([['4101', '4102']]);
  });

  test('windows that are stacked, filled later and repeat ids are all marked', async () => {
    const page = await run();
    await page.evaluate(() => {
      const form = document.querySelector('form');
      const second = form?.cloneNode(true) as HTMLFormElement;
      for (const mark of second.querySelectorAll('[data-ixa-invoice]')) mark.remove();
      const list = second.querySelector('dl');
      const grid = list?.querySelector('.flexigrid');
      const body = grid?.querySelector('tbody');
      const rows = [...(body?.children ?? [])];
      grid?.remove();
      document.body.append(second);
      setTimeout(() => {
        if (grid) list?.append(grid);
        body?.replaceChildren();
        setTimeout(() => body?.append(...rows));
      });
    });
    await expect.poll(() => marksOn(page)).toEqual([...MARKS, ...MARKS]);
  });
});

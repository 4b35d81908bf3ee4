import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { PanelCopy, PanelProblem, PanelPush, RowState } from '../../../lib/messages/panel.ts';
import { readWords } from '../../../lib/ixc/panel/words.ts';
import { localeReader } from '../../unit/ixc/panel/locale-texts.ts';
import type { PanelPages } from './panel-pages.ts';

/** The worker that the page's panel talks to, played by the test. */
export interface FakeWorker {
  states: Record<string, RowState>;
  problem: PanelProblem | null;
  isAlive: boolean;
  isReachable: boolean;
  /** Ids of each `panel/states`, of each `panel/open`, and of each `panel/send`. */
  asked: string[][];
  opened: string[];
  sent: string[];
  /** What was asked for of the copy menus, as `id what`, and what each `what` is answered by. */
  copied: string[];
  copies: Record<string, PanelCopy>;
  /** How often the palette was asked for. */
  palettes: number;
  /** Sends at once, as the worker does with one-click sending. */
  isOneClick: boolean;
  /** Does not answer to a send. */
  isSlow: boolean;
  push: ((push: PanelPush) => void) | null;
  stop: AbortController;
}

declare global {
  // Inside the pages of these tests.
  var worker: FakeWorker;
  var rowEvents: string[];
}

const styleOf = (what: string) =>
  readFileSync(new URL(`../../../entrypoints/panel.content/${what}.css`, import.meta.url), 'utf8');

const PAGE_STYLE = ['marks', 'copy-menu', 'frames'].map(styleOf).join('\n');

/** The panel's words as people read them; tests that do without show the names of their keys. */
export function spokenWords(): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  const read = localeReader('pt_BR');
  readWords((key) => (texts[key] = read(key, '$1')));
  return texts;
}

/** Opens a fixture with a running panel. Rows report the events they hear in `rowEvents`. */
export async function runPanel(
  pages: PanelPages,
  fixture: string,
  states: readonly RowState[],
  texts: Readonly<Record<string, string>> = {},
): Promise<Page> {
  const page = await pages.open(fixture);
  await page.evaluate(
    ([sheet, toastSheet, known, spoken]) => {
      globalThis.rowEvents = [];
      for (const type of ['click', 'dblclick', 'mousedown', 'mouseup', 'keydown']) {
        for (const row of document.querySelectorAll('.bDiv tr')) {
          row.addEventListener(type, () => rowEvents.push(type));
        }
      }
      const worker: FakeWorker = {
        states: Object.fromEntries(known.map((state) => [state.id, state])),
        problem: null,
        isAlive: true,
        isReachable: true,
        asked: [],
        opened: [],
        sent: [],
        copied: [],
        copies: {},
        palettes: 0,
        isOneClick: false,
        isSlow: false,
        push: null,
        stop: new AbortController(),
      };
      globalThis.worker = worker;
      panel.startPanel({
        document,
        css: sheet,
        toastCss: toastSheet,
        words: panel.readWords((key, text = '') =>
          spoken[key] === undefined ? `${key} ${text}`.trim() : spoken[key].replace('$1', text),
        ),
        drawer: { url: 'about:blank', origin: 'https://drawer.example' },
        palette: { url: 'about:blank', origin: 'https://palette.example' },
        signal: worker.stop.signal,
        worker: {
          isAlive: () => worker.isAlive,
          states: async (ids) => {
            worker.asked.push([...ids]);
            if (!worker.isReachable) throw new Error('Receiving end does not exist');
            const found = ids.flatMap((id) => worker.states[id] ?? []);
            return { states: found, problem: worker.problem };
          },
          send: async (id) => {
            worker.sent.push(id);
            if (!worker.isReachable) throw new Error('Receiving end does not exist');
            if (worker.isSlow) return new Promise(() => undefined);
            if (worker.isOneClick) return { sent: true };
            return { token: 'a-token-that-must-not-reach-the-dom' };
          },
          open: async (id) => {
            worker.opened.push(id);
            if (!worker.isReachable) throw new Error('Receiving end does not exist');
            return { token: 'a-token-that-must-not-reach-the-dom' };
          },
          copy: async (id, what) => {
            worker.copied.push(`${id} ${what}`);
            const answer = worker.copies[what];
            if (!worker.isReachable || !answer) throw new Error('Receiving end does not exist');
            return answer;
          },
          palette: async () => {
            worker.palettes += 1;
            if (!worker.isReachable) throw new Error('Receiving end does not exist');
            return { token: 'a-token-that-must-not-reach-the-dom' };
          },
          onPush: (listener) => {
            worker.push = listener;
          },
        },
      });
    },
    [PAGE_STYLE, styleOf('toasts'), states, texts] as const,
  );
  return page;
}

/** Every row of the grids as `id action:status`, in order; rows without a mark read `-`. */
export function marksOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.bDiv tr')].map((row) => {
      const marks = [...row.querySelectorAll('[data-ixa-invoice]')];
      const described = marks.map((mark) => {
        const action = mark.querySelector('[data-ixa-action]')?.getAttribute('data-ixa-action');
        const status = mark.querySelector('[data-ixa-status]')?.getAttribute('data-ixa-status');
        return [mark.getAttribute('data-ixa-invoice'), action, status].filter(Boolean).join(' ');
      });
      return described.join(' + ') || '-';
    }),
  );
}

/** Throws every row away and draws it again as IXC does: bare cells first, wrapped afterwards. */
export function redraw(page: Page, order: 'same' | 'reversed' = 'same'): Promise<void> {
  return page.evaluate((turned) => {
    for (const table of document.querySelectorAll<HTMLTableElement>('.bDiv table')) {
      const old = table.tBodies[0];
      if (!old) continue;
      const body = old.cloneNode(true) as HTMLTableSectionElement;
      for (const mark of body.querySelectorAll('[data-ixa-invoice]')) mark.remove();
      if (turned === 'reversed') body.append(...[...body.rows].reverse());
      const boxes = [...body.querySelectorAll<HTMLElement>('td > div')];
      const cells = boxes.map((box) => box.parentElement);
      for (const box of boxes) box.replaceWith(...box.childNodes);
      old.remove();
      table.append(body);
      boxes.forEach((box, index) => {
        const cell = cells[index];
        if (!cell) return;
        box.append(...cell.childNodes);
        cell.append(box);
      });
    }
  }, order);
}

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askPanel } from '../../../entrypoints/background/panel-tabs.ts';
import { browser } from './browser-stub.ts';

const ORIGIN = 'https://painel.provedor.example';

interface Tab {
  readonly id: number;
  readonly active?: boolean;
  /** ms since the epoch. */
  readonly lastAccessed?: number;
  /** `never`: the browser froze the tab. */
  readonly answers: 'never' | 'no-script' | { readonly after: number };
}

vi.mock('wxt/browser', () => import('./browser-stub.ts'));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Asks a panel that is open in these tabs; gives which were asked, the answer, and after how many ms. */
async function asking(tabs: readonly Tab[]) {
  const asked: number[] = [];
  browser.tabs.query.mockResolvedValue(
    tabs.map(({ answers: _, ...tab }) => ({ active: false, ...tab, url: `${ORIGIN}/adm.php` })),
  );
  browser.tabs.sendMessage.mockImplementation((id: number) => {
    asked.push(id);
    const answers = tabs.find((tab) => tab.id === id)?.answers ?? 'no-script';
    if (answers === 'never') return new Promise(() => undefined);
    if (answers === 'no-script') return Promise.reject(new Error('Receiving end does not exist'));
    return new Promise((resolve) => setTimeout(resolve, answers.after, { tab: id }));
  });
  const began = Date.now();
  let took = 0;
  const answer = askPanel(ORIGIN)({ ask: 'session' }).finally(() => (took = Date.now() - began));
  await vi.advanceTimersByTimeAsync(120_000);
  return { asked, answer: await answer, took };
}

it('a frozen tab does not keep the next one from answering', async () => {
  const { asked, answer, took } = await asking([
    { id: 1, answers: 'never' },
    { id: 2, answers: { after: 100 } },
  ]);
  expect(answer).toEqual({ ok: true, value: { tab: 2 } });
  expect(asked).toEqual([1, 2]);
  expect(took).toBeLessThan(5_000);
});

it('the tab in front is asked first, then the one that was in front last', async () => {
  const { asked } = await asking([
    { id: 1, lastAccessed: 10, answers: 'no-script' },
    { id: 2, lastAccessed: 30, answers: 'no-script' },
    { id: 3, active: true, lastAccessed: 20, answers: 'no-script' },
    { id: 4, answers: { after: 0 } },
  ]);
  expect(asked).toEqual([3, 2, 1, 4]);
});

it('an IXC that takes fifteen seconds is waited for, with one tab and with two', async () => {
  const slow = { after: 15_500 };
  const one = await asking([{ id: 1, answers: slow }]);
  expect(one.answer).toEqual({ ok: true, value: { tab: 1 } });
  const two = await asking([
    { id: 1, answers: slow },
    { id: 2, answers: slow },
  ]);
  expect(two.answer).toEqual({ ok: true, value: { tab: 1 } });
});

it('says whether nobody answered, or nobody was there', async () => {
  const silent = await asking([
    { id: 1, answers: 'never' },
    { id: 2, answers: 'no-script' },
  ]);
  expect(silent.answer).toEqual({ ok: false, error: { kind: 'timeout' } });
  expect((await asking([{ id: 1, answers: 'no-script' }])).answer).toEqual({
    ok: false,
    error: { kind: 'no-tab' },
  });
  expect((await asking([])).answer).toEqual({ ok: false, error: { kind: 'no-tab' } });
});

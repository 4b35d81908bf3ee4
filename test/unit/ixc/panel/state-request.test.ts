import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MAX_IDS, StateRequest } from '../../../../lib/ixc/panel/state-request.ts';
import type { PanelStates } from '../../../../lib/messages/panel.ts';

const NOTHING: PanelStates = { states: [], problem: null };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const asked: (readonly string[])[] = [];
  const answered = new Set<string>();
  const stop = new AbortController();
  const worker = { reachable: true, alive: true };
  const request = new StateRequest({
    isDue: (id) => !answered.has(id),
    isAlive: () => worker.alive,
    ask: async (ids) => {
      asked.push(ids);
      if (!worker.reachable) throw new Error('Receiving end does not exist');
      return NOTHING;
    },
    onAnswer: (_, ids) => ids.forEach((id) => answered.add(id)),
    signal: stop.signal,
  });
  return { request, asked, worker, stop };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

test('all ids of a batch go in one message, and no id twice while its answer is due', async () => {
  const { request, asked } = setUp();
  request.want(['1', '2']);
  request.want(['2', '3']);
  await settle();
  request.want(['1', '2', '3']);
  await settle();
  expect(asked).toEqual([['1', '2'], ['3']]);
});

test('more ids than a message may hold are split', async () => {
  const { request, asked } = setUp();
  request.want(Array.from({ length: MAX_IDS * 2 }, (_, index) => String(index + 1)));
  await settle();
  expect(asked.map((ids) => ids.length)).toEqual([MAX_IDS, MAX_IDS]);
});

test('a worker that cannot be reached is asked again later and later, until it answers', async () => {
  const { request, asked, worker } = setUp();
  worker.reachable = false;
  request.want(['1']);
  await settle();
  request.want(['1', '2']);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1_999);
  expect(asked).toHaveLength(2);
  worker.reachable = true;
  await vi.advanceTimersByTimeAsync(1);
  expect(asked.at(-1)).toEqual(['1', '2']);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked).toHaveLength(3);
});

test('nothing is asked once the extension is gone or the script was replaced', async () => {
  const gone = setUp();
  gone.worker.alive = false;
  gone.request.want(['1']);
  await settle();
  expect(gone.asked).toEqual([]);

  const replaced = setUp();
  replaced.worker.reachable = false;
  replaced.request.want(['1']);
  await settle();
  replaced.stop.abort();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(replaced.asked).toHaveLength(1);
});

import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { startingBy } from '../../../entrypoints/background/start.ts';
import { OPENS_WITHIN } from '../../../lib/ledger/unusable.ts';
import { browser } from './browser-stub.ts';

vi.mock('wxt/browser', () => import('./browser-stub.ts'));

const pushed = browser.runtime.sendMessage;
const begin = vi.fn(() => Promise.resolve());
beforeEach(() => {
  begin.mockClear();
  pushed.mockReset().mockResolvedValue(undefined);
  browser.tabs.query.mockReset().mockResolvedValue([]);
});

function slowly(ms: number) {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  return () =>
    new Promise<string>((resolve) => {
      setTimeout(resolve, ms, 'worker');
    });
}

it('makes one worker of all events, and tells nobody of a start that took its usual time', async () => {
  const create = vi.fn(() => Promise.resolve('worker'));
  const { worker, inTime } = startingBy(create, begin);
  expect(await Promise.all([worker(), inTime(), worker()])).toEqual(['worker', 'worker', 'worker']);
  expect(create).toHaveBeenCalledTimes(1);
  expect(begin.mock.calls).toEqual([['worker']]);
  expect(pushed).not.toHaveBeenCalled();
});

it('says to those who ask that the ledger waits, and to all when it no longer does', async () => {
  const { worker, inTime } = startingBy(slowly(2 * OPENS_WITHIN), begin);
  const asked = expect(inTime()).rejects.toMatchObject({ why: 'waits' });
  const working = worker();
  await vi.advanceTimersByTimeAsync(OPENS_WITHIN);
  await asked;
  expect(pushed).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(OPENS_WITHIN);
  expect(await working).toBe('worker');
  expect(pushed.mock.calls[0]?.[0]).toEqual({ push: 'setup-changed' });
});

it('tries again at the next event after a start that failed', async () => {
  const create = vi.fn(() => Promise.resolve('worker'));
  create.mockRejectedValueOnce(new Error('the disk is full'));
  const { worker } = startingBy(create, begin);
  await expect(worker()).rejects.toThrow('the disk is full');
  expect(begin).not.toHaveBeenCalled();
  expect(await worker()).toBe('worker');
  expect(begin.mock.calls).toEqual([['worker']]);
});

it('stands though what it does first fails', async () => {
  begin.mockRejectedValueOnce(new Error('no script can be registered'));
  expect(await startingBy(() => Promise.resolve('worker'), begin).worker()).toBe('worker');
});

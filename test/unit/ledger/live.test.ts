import { Dexie } from 'dexie';
import { expect, it, onTestFinished, vi } from 'vitest';
import { live } from '../../../lib/ledger/live.ts';
import { LedgerUnusable, OPENS_WITHIN } from '../../../lib/ledger/unusable.ts';
import { freshLedger } from '../engine/engine-ports.ts';

it('tells what is read now, and again when what was read changes, until it is stopped', async () => {
  const ledger = freshLedger();
  const told = vi.fn();
  const stop = live(ledger, async ({ meta }) => (await meta.get('key'))?.value)(told, vi.fn());
  await vi.waitFor(() => {
    expect(told.mock.calls).toEqual([[undefined]]);
  });
  await ledger.meta.put({ key: 'key', value: 1 });
  await vi.waitFor(() => {
    expect(told.mock.calls).toEqual([[undefined], [1]]);
  });
  stop();
  await ledger.meta.put({ key: 'key', value: 2 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(told).toHaveBeenCalledTimes(2);
});

it('says what keeps the ledger from being read', async () => {
  const failed = vi.fn();
  live(freshLedger(), () => Promise.reject(new LedgerUnusable('newer')))(vi.fn(), failed);
  await vi.waitFor(() => {
    expect(failed.mock.calls).toEqual([[{ code: 'ledger-newer' }]]);
  });
});

it('says that the ledger is long in opening, and reads it once it is open', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const ledger = freshLedger();
  const older = await held(ledger.name);
  const [told, failed] = [vi.fn(), vi.fn()];
  const stop = live(ledger, ({ meta }) => meta.count())(told, failed);
  vi.advanceTimersByTime(OPENS_WITHIN);
  expect(failed.mock.calls).toEqual([[{ code: 'ledger-waits' }]]);
  expect(told).not.toHaveBeenCalled();
  vi.useRealTimers();
  older.close();
  await vi.waitFor(() => {
    expect(told.mock.calls).toEqual([[0]]);
  });
  stop();
});

/** A connection of the release before, which lets nobody by. */
async function held(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = Dexie.dependencies.indexedDB.open(name, 10);
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new Error(request.error?.message));
    };
  });
}

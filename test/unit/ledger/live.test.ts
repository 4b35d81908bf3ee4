import { expect, it, vi } from 'vitest';
import { live } from '../../../lib/ledger/live.ts';
import { LedgerUnusable } from '../../../lib/ledger/unusable.ts';
import { freshLedger } from '../engine/engine-ports.ts';

it('tells what is read now, and again when what was read changes, until it is stopped', async () => {
  const ledger = freshLedger();
  const told = vi.fn();
  const stop = live(async () => (await ledger.meta.get('key'))?.value)(told, vi.fn());
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
  live(() => Promise.reject(new LedgerUnusable('newer')))(vi.fn(), failed);
  await vi.waitFor(() => {
    expect(failed.mock.calls).toEqual([[{ code: 'ledger-newer' }]]);
  });
});

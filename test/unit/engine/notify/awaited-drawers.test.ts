import { expect, test } from 'vitest';
import { createAwaitedDrawers } from '../../../../lib/engine/notify/awaited-drawers.ts';
import type { KeyValueStore } from '../../../../lib/key-value-store.ts';

const ORIGIN = 'https://painel.provedor.example';
const TAB = 7;

/** A session's storage, which outlives the workers that are put together over it. */
function begin() {
  const stored = new Map<string, unknown>();
  const session: KeyValueStore = {
    get: async (key) => structuredClone(stored.get(key)),
    set: async (key, value) => void stored.set(key, structuredClone(value)),
    remove: async (key) => void stored.delete(key),
  };
  let time = 1_800_000_000_000;
  return {
    worker: () => createAwaitedDrawers(session, () => time),
    pass: (ms: number) => {
      time += ms;
    },
  };
}

const wanted = (invoiceId: string) => ({ origin: ORIGIN, invoiceId });

test('a panel that has arrived is told once which invoice is wanted in it', async () => {
  const awaited = begin().worker();
  await awaited.expect(Promise.resolve(TAB), wanted('48211'));
  expect(await awaited.take(TAB, ORIGIN)).toBe('48211');
  expect(await awaited.take(TAB, ORIGIN)).toBeNull();
});

test('it is known after the death of the worker that was asked', async () => {
  const { worker } = begin();
  await worker().expect(Promise.resolve(TAB), wanted('48211'));
  expect(await worker().take(TAB, ORIGIN)).toBe('48211');
});

test('a panel that arrives before its tab is known waits for it', async () => {
  const awaited = begin().worker();
  const tab = Promise.withResolvers<number>();
  const expecting = awaited.expect(tab.promise, wanted('48211'));
  const taken = awaited.take(TAB, ORIGIN);
  tab.resolve(TAB);
  await expecting;
  expect(await taken).toBe('48211');
});

test('another tab, another origin and a tab that never was are told nothing', async () => {
  const awaited = begin().worker();
  await awaited.expect(Promise.resolve(undefined), wanted('48210'));
  await awaited.expect(Promise.resolve(TAB), wanted('48211'));
  expect(await awaited.take(8, ORIGIN)).toBeNull();
  expect(await awaited.take(TAB, 'https://outro.example')).toBeNull();
});

test('the last wish for a tab counts, and none that is ten minutes old', async () => {
  const { worker, pass } = begin();
  const awaited = worker();
  await awaited.expect(Promise.resolve(TAB), wanted('48211'));
  await awaited.expect(Promise.resolve(TAB), wanted('48212'));
  expect(await awaited.take(TAB, ORIGIN)).toBe('48212');
  await awaited.expect(Promise.resolve(TAB), wanted('48211'));
  pass(10 * 60_000);
  expect(await awaited.take(TAB, ORIGIN)).toBeNull();
});

test('a tab that could not be opened keeps no other wish from being heard', async () => {
  const awaited = begin().worker();
  await expect(
    awaited.expect(Promise.reject(new Error('no tab')), wanted('48211')),
  ).rejects.toThrow('no tab');
  await awaited.expect(Promise.resolve(TAB), wanted('48212'));
  expect(await awaited.take(TAB, ORIGIN)).toBe('48212');
});

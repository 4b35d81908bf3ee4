import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NO_POLICY } from '../../../lib/settings/policy.ts';
import { createPolicySource, UNKNOWN_POLICY } from '../../../lib/settings/policy-source.ts';
import { memoryStorage, type MemoryStorage } from './memory-storage.ts';

const PATIENCE = 2000;
const FINANCE = { ...NO_POLICY, role: 'finance' } as const;
const ATTENDANT = { ...NO_POLICY, role: 'attendant' } as const;

/** A browser whose answers the test gives, in the order of the questions. */
function browserUnderTest(storage: MemoryStorage = memoryStorage()) {
  const asked: PromiseWithResolvers<unknown>[] = [];
  const onChange = vi.fn<() => void>();
  const source = createPolicySource({
    managed: () => {
      const question = Promise.withResolvers<unknown>();
      asked.push(question);
      return question.promise;
    },
    storage,
    onChange,
  });
  return { source, asked, onChange };
}

/** A storage in which an earlier life of the worker kept this answer. */
async function rememberedFrom(answer: unknown): Promise<MemoryStorage> {
  const storage = memoryStorage();
  const earlier = createPolicySource({
    managed: () => Promise.resolve(answer),
    storage,
    onChange: () => undefined,
  });
  await earlier.read();
  await vi.advanceTimersByTimeAsync(0);
  return storage;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the policy in force', () => {
  test('is what the browser answers in time', async () => {
    const { source, asked } = browserUnderTest();
    const reading = source.read();
    await vi.advanceTimersByTimeAsync(PATIENCE - 1);
    asked[0]?.resolve({ role: 'finance' });
    expect(await reading).toEqual(FINANCE);
  });

  test('is none where the browser rejects, and that lifts the one that was remembered', async () => {
    const storage = await rememberedFrom({ role: 'attendant' });
    const first = browserUnderTest(storage);
    const reading = first.source.read();
    first.asked[0]?.reject(new Error('no manifest'));
    expect(await reading).toEqual(NO_POLICY);
    await vi.advanceTimersByTimeAsync(0);

    const next = browserUnderTest(storage).source.read();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(await next).toEqual(NO_POLICY);
  });

  test('while the answer is late, is the last one that any worker was given', async () => {
    const { source } = browserUnderTest(await rememberedFrom({ role: 'attendant' }));
    const reading = source.read();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(await reading).toEqual(ATTENDANT);
  });

  test('before the very first answer gives no right that could be taken away', async () => {
    const { source } = browserUnderTest();
    const reading = source.read();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(await reading).toEqual(UNKNOWN_POLICY);
    expect(UNKNOWN_POLICY.role).toBe('attendant');
  });

  test('is asked for anew at each reading, once the browser has answered', async () => {
    const { source, asked } = browserUnderTest();
    const first = source.read();
    asked[0]?.resolve({});
    expect(await first).toEqual(NO_POLICY);
    const second = source.read();
    asked[1]?.resolve({ role: 'attendant' });
    expect(await second).toEqual(ATTENDANT);
  });
});

describe('a browser that never answers', () => {
  test('is waited for once, however often the policy is read, and is asked once', async () => {
    const { source, asked } = browserUnderTest();
    const reading = source.read();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    await reading;
    // The clock stands still from here on: a second wait would never end.
    expect(await Promise.all([source.read(), source.read()])).toEqual([
      UNKNOWN_POLICY,
      UNKNOWN_POLICY,
    ]);
    expect(asked).toHaveLength(1);
  });
});

describe('a late answer', () => {
  test('is told, kept and in force from then on', async () => {
    const storage = await rememberedFrom({ role: 'finance' });
    const { source, asked, onChange } = browserUnderTest(storage);
    const reading = source.read();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(await reading).toEqual(FINANCE);
    asked[0]?.resolve({ role: 'attendant', maxAutoLockMinutes: 5 });
    await vi.advanceTimersByTimeAsync(0);
    expect(onChange).toHaveBeenCalledTimes(1);

    const next = browserUnderTest(storage).source.read();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(await next).toEqual({ role: 'attendant', maxAutoLockMinutes: 5 });
  });

  test('that repeats what was remembered is no change', async () => {
    const { source, asked, onChange } = browserUnderTest(await rememberedFrom({ role: 'finance' }));
    const reading = source.read();
    asked[0]?.resolve({ role: 'finance' });
    await reading;
    await vi.advanceTimersByTimeAsync(0);
    expect(onChange).not.toHaveBeenCalled();
  });

  test('from before a change does not undo what the browser said after it', async () => {
    const { source, asked, onChange } = browserUnderTest();
    const before = source.read();
    const change = source.changed();
    asked[1]?.resolve({ role: 'attendant', maxAutoLockMinutes: 5 });
    await change;
    asked[0]?.resolve({ role: 'finance' });
    await before;
    const next = source.read();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(await next).toEqual({ role: 'attendant', maxAutoLockMinutes: 5 });
    expect(onChange).toHaveBeenCalledTimes(1);
  });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { attend, isAttended } from '../../../entrypoints/background/attention.ts';
import { browser } from './browser-stub.ts';

vi.mock('wxt/browser', () => import('./browser-stub.ts'));

const MINUTE = 60_000;
/** What both browsers count from; see heartbeat.ts. */
const beats = browser.runtime.getPlatformInfo;

beforeEach(() => {
  vi.useFakeTimers();
  beats.mockClear();
});
afterEach(() => void vi.useRealTimers());

function openFrame() {
  const heard: (() => void)[] = [];
  const dropped: (() => void)[] = [];
  const event = (listeners: (() => void)[]) => ({
    addListener: (listener: () => void) => void listeners.push(listener),
  });
  const port = { onMessage: event(heard), onDisconnect: event(dropped) };
  attend(port as unknown as Parameters<typeof attend>[0]);
  return {
    say: () => {
      for (const hear of heard) hear();
    },
    close: () => {
      for (const drop of dropped) drop();
    },
  };
}

/** Calls of the browser in so many minutes, of which one in 30 s is enough to stay alive. */
async function beatsIn(minutes: number): Promise<number> {
  const before = beats.mock.calls.length;
  await vi.advanceTimersByTimeAsync(minutes * MINUTE);
  return beats.mock.calls.length - before;
}

it('keeps the worker alive while somebody who has a drawer open talks to a customer', async () => {
  const frame = openFrame();
  expect(await beatsIn(9)).toBeGreaterThanOrEqual(18);
  frame.say();
  expect(await beatsIn(9)).toBeGreaterThanOrEqual(18);
  frame.close();
});

it('lets the worker sleep once the frame is gone, or was left alone', async () => {
  const left = openFrame();
  await beatsIn(11);
  expect(await beatsIn(60)).toBe(0);
  left.say();
  expect(await beatsIn(1)).toBeGreaterThan(1);
  left.close();
  expect(await beatsIn(60)).toBe(0);
  left.say();
  expect(await beatsIn(60)).toBe(0);
});

it('knows whether an update would take a frame away from somebody', async () => {
  expect(isAttended()).toBe(false);
  const [one, other] = [openFrame(), openFrame()];
  one.close();
  one.close();
  expect(isAttended()).toBe(true);
  await beatsIn(11);
  expect(isAttended()).toBe(false);
  other.say();
  expect(isAttended()).toBe(true);
  other.close();
  expect(isAttended()).toBe(false);
});

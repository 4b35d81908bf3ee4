import { browser } from 'wxt/browser';

/** Rings for ever, every minute: whatever is due is found at the latest then, after any death. */
const PULSE = 'pulse';
/** Rings once, when the next job is due. */
const NEXT_JOB = 'next-job';

/** Chrome's minimum for packed extensions; unpacked ones would take less and hide a bug. ms. */
const SHORTEST_ALARM = 30_000;
/** Both browsers end a worker 30 s after its last extension event; a pending fetch does not count. ms. */
const BEAT = 20_000;

/** Whatever is due at once has just been tried: a little rest keeps a broken job from spinning. ms. */
const SHORTEST_TIMER = 1000;

let soon: ReturnType<typeof setTimeout> | undefined;

/** Listens to the alarms of this file. Registers at once. */
export function onBeat(work: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === PULSE || name === NEXT_JOB) work();
  });
}

/** Keeps the worker alive while `work` runs, by an extension API call every 20 s. */
export async function keepingAlive<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const beat = () => {
    browser.runtime.getPlatformInfo().catch(() => undefined);
    timer = setTimeout(beat, BEAT);
  };
  timer = setTimeout(beat, BEAT);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

/** Firefox forgets alarms when it closes, so every start makes sure of the pulse. */
export async function startPulse(): Promise<void> {
  const known = await browser.alarms.get(PULSE);
  if (!known) await browser.alarms.create(PULSE, { periodInMinutes: 1 });
}

/** Arranges for the next job: an alarm, and a timer when it is due sooner than an alarm may ring. */
export async function arrangeWake(nextWake: number | null, tick: () => void): Promise<void> {
  clearTimeout(soon);
  if (nextWake === null) return;
  const wait = nextWake - Date.now();
  if (wait < SHORTEST_ALARM) soon = setTimeout(tick, Math.max(wait, SHORTEST_TIMER));
  await browser.alarms.create(NEXT_JOB, { when: Date.now() + Math.max(wait, SHORTEST_ALARM) });
}

import { browser } from 'wxt/browser';

export const ALARM = 'outbox';

/** Chrome's minimum for packed extensions; unpacked ones would take less and hide a bug. ms. */
const SHORTEST_ALARM = 30_000;
/** Both browsers end a worker 30 s after its last extension event; a pending fetch does not count. ms. */
const BEAT = 20_000;
/** The clock by which sweeps are looked at when no job is due earlier. ms. */
const SWEEP_LOOK = 60_000;

let soon: ReturnType<typeof setTimeout> | undefined;

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

/**
 * Arranges for the next look: always an alarm (it survives the worker), and a timer when something is
 * due sooner than an alarm may ring. Firefox forgets alarms, so every start arranges anew.
 */
export async function arrangeWake(nextWake: number | null, tick: () => void): Promise<void> {
  clearTimeout(soon);
  const wait = Math.min(nextWake === null ? SWEEP_LOOK : nextWake - Date.now(), SWEEP_LOOK);
  if (wait < SHORTEST_ALARM) soon = setTimeout(tick, Math.max(wait, 0));
  await browser.alarms.create(ALARM, { when: Date.now() + Math.max(wait, SHORTEST_ALARM) });
}

/**
 * The time an emulated server lives in. By default it ticks like the real one and can be moved
 * ahead; frozen, it only moves when told, so that hours pass in a test at once and in order.
 */
export interface VirtualClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `task` when the clock reaches `time`; the returned function cancels it. */
  at(time: number, task: () => void | Promise<void>): () => void;
  /** Resolves once `ms` of this clock's time have passed. */
  sleep(ms: number): Promise<void>;
  /** Moves ahead by `ms`, running on the way every task that falls due, each at its own time. */
  advance(ms: number): Promise<void>;
  /** Jumps to `time`. Ahead it runs what falls due; backwards it only changes what `now` says. */
  set(time: number): Promise<void>;
  /** Whether time passes by itself. */
  readonly ticking: boolean;
  freeze(): void;
  resume(): void;
  /** Forgets every task, so that a process can end. */
  dispose(): void;
}

interface Task {
  readonly time: number;
  readonly order: number;
  readonly run: () => void | Promise<void>;
}

/** Taken before a test can replace it by a fake that never runs. */
const nextTurn = globalThis.setImmediate;

/**
 * Lets what is under way get as far as it can without time passing: a request that was just sent
 * is read in several turns of the event loop.
 */
async function letOthersRun(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => nextTurn(resolve));
}

/** Longest delay that `setTimeout` takes. */
const LONGEST_DELAY = 2 ** 31 - 1;

/**
 * @param start where it begins: ms since the epoch or an ISO date; default: the real time.
 * @param ticking false for a clock that only moves by `advance` and `set`; default true.
 */
export function createVirtualClock({
  start,
  ticking = true,
}: { start?: number | string; ticking?: boolean } = {}): VirtualClock {
  let base = start === undefined ? Date.now() : new Date(start).getTime();
  let realBase = Date.now();
  let running = ticking;
  let order = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tasks = new Set<Task>();

  const now = () => (running ? base + (Date.now() - realBase) : base);
  const rebase = (time: number) => {
    base = time;
    realBase = Date.now();
  };
  const next = (until: number): Task | undefined => {
    let first: Task | undefined;
    for (const task of tasks) {
      if (task.time > until) continue;
      if (first === undefined || task.time < first.time) first = task;
      else if (task.time === first.time && task.order < first.order) first = task;
    }
    return first;
  };
  const runDue = async (until: number, move: boolean) => {
    for (let task = next(until); task !== undefined; task = next(until)) {
      tasks.delete(task);
      if (move && task.time > now()) rebase(task.time);
      await task.run();
      await letOthersRun();
    }
  };
  const arm = () => {
    clearTimeout(timer);
    const first = running ? next(Infinity) : undefined;
    if (first === undefined) return;
    const delay = Math.min(Math.max(first.time - now(), 0), LONGEST_DELAY);
    timer = setTimeout(() => void runDue(now(), false).finally(arm), delay);
    timer.unref();
  };
  const set = async (time: number) => {
    await letOthersRun();
    await runDue(time, true);
    rebase(time);
    arm();
  };
  const at = (time: number, run: Task['run']) => {
    const task = { time, order: order++, run };
    tasks.add(task);
    arm();
    return () => void tasks.delete(task);
  };

  return {
    now,
    at,
    sleep: (ms) => new Promise((resolve) => void at(now() + ms, resolve)),
    advance: (ms) => set(now() + ms),
    set,
    get ticking() {
      return running;
    },
    freeze() {
      rebase(now());
      running = false;
      arm();
    },
    resume() {
      rebase(base);
      running = true;
      arm();
    },
    dispose() {
      tasks.clear();
      clearTimeout(timer);
    },
  };
}

import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import { writePaused } from '../../../lib/ledger/pause.ts';
import type { JobRow } from '../../../lib/ledger/rows.ts';
import type { JobState } from '../../../lib/messages/job-view.ts';
import type { Settings } from '../../../lib/settings/settings.ts';
import type { World } from '../world/world.ts';
import { SETTINGS } from '../world/provider.ts';
import { createDisk, type Disk, isOfFullDisk } from './disk.ts';
import { createIntents, type Intent } from './intents.ts';
import { startWorker, type Worker } from './worker.ts';

/** The extension's own pulse. ms. */
const PULSE = 60_000;

/** One browser profile: a disk that stays, and one worker after another. */
export interface Browser {
  readonly name: string;
  /** The worker that lives; while there is none, the one to come. */
  readonly worker: () => Promise<Worker>;
  readonly kill: () => void;
  /** Kills it soon after a job of that state was written: after so many turns of the event loop, or ms. */
  readonly killAt: (state: JobState, after: Moment) => void;
  /** Carries the outbox on now, as after a confirmation. */
  readonly wake: () => void;
  readonly disk: () => Disk;
  /** Ends the worker, and starts the next one over this disk. */
  readonly restore: (disk: Disk) => void;
  readonly configure: (settings: Settings) => void;
  readonly turn: (change: Partial<Turned>) => void;
  readonly pause: (paused: boolean) => Promise<void>;
  /** When everything was paused here, from and to, ms since the epoch. */
  readonly pauses: readonly { readonly from: number; to: number }[];
  readonly intents: readonly Intent[];
  /** A look at the ledger from outside. */
  readonly look: <T>(read: (ledger: LedgerDatabase) => Promise<T>) => Promise<T>;
  readonly kills: () => number;
  /** How many of them caught a job, by the last state that was written of it. */
  readonly caught: ReadonlyMap<string, number>;
  /** Broken promises of living workers: nobody expects any. */
  readonly failures: readonly unknown[];
}

/** Turns get between two lines of the program, which no clock parts; time gets between two messages. */
type Moment = { readonly turns: number } | { readonly ms: number };

interface Turned {
  readonly isLocked: boolean;
  readonly isDiskFull: boolean;
  /** How far this computer's clock is off, ms. */
  readonly skew: number;
}

function inTurns(turns: number, act: () => void): void {
  if (turns === 0) act();
  else setImmediate(() => inTurns(turns - 1, act));
}

export function createBrowser(world: World, name: string, seed: number): Browser {
  const { clock, dice } = world;
  let disk = createDisk();
  let settings = SETTINGS;
  let turned: Turned = { isLocked: false, isDiskFull: false, skew: 0 };
  let life = 0;
  let kills = 0;
  let starting: Promise<Worker> | null = null;
  let living: Worker | null = null;
  const pauses: { from: number; to: number }[] = [];
  const intents = createIntents(clock.now);
  const failures: unknown[] = [];
  const caught = new Map<string, number>();
  /** Jobs that somebody holds, by what was last written of them. */
  const held = new Map<string, JobRow>();
  let armed: { readonly state: JobState; readonly after: Moment } | null = null;

  function onWritten(job: JobRow): void {
    intents.written(job);
    if (job.lease === null) held.delete(job.id);
    else held.set(job.id, job);
    if (armed?.state !== job.state) return;
    const { after } = armed;
    armed = null;
    if ('ms' in after) clock.at(clock.now() + after.ms, kill);
    else inTurns(after.turns, kill);
  }

  function kill(): void {
    if (living === null) return;
    kills += 1;
    const owner = `${name}-life-${life}`;
    const states = [...held.values()].filter(({ lease }) => lease?.owner === owner);
    for (const { state } of states) caught.set(state, (caught.get(state) ?? 0) + 1);
    held.clear();
    end();
  }

  async function start(): Promise<Worker> {
    for (;;) {
      life += 1;
      try {
        const worker = await startWorker(world, {
          ...{ name, life, seed, disk },
          now: () => clock.now() + turned.skew,
          settings: () => settings,
          isLocked: () => turned.isLocked,
          isDiskFull: () => turned.isDiskFull,
          onWritten,
        });
        living = worker;
        beat(worker);
        return worker;
      } catch {
        // As in the extension: the next event tries again.
        await clock.sleep(PULSE / 2);
      }
    }
  }

  function worker(): Promise<Worker> {
    starting ??= start();
    return starting;
  }

  /** What the worker's alarms do: the outbox when something is due, the sweeps at every pulse. */
  function beat(current: Worker): void {
    void repeat(current, async () => {
      await runJobs(current);
      const next = await current.runner.nextWake();
      const wait = next === null ? PULSE : next - (clock.now() + turned.skew);
      return Math.min(Math.max(wait, 1000), world.pulse());
    });
    void repeat(current, async () => {
      await current.sync.run().finally(() => runJobs(current));
      return world.pulse();
    });
  }

  async function runJobs({ runner }: Worker): Promise<void> {
    if (!turned.isLocked) await runner.wakeLocked();
    await runner.run();
  }

  async function repeat(current: Worker, work: () => Promise<number>): Promise<void> {
    while (current.isAlive()) {
      const wait = await work().catch((reason: unknown) => {
        if (current.isAlive() && !isOfFullDisk(reason)) failures.push(reason);
        return PULSE;
      });
      await clock.sleep(wait);
    }
  }

  function end(): void {
    living?.kill();
    living = null;
    // A start under way is let finish: it does nothing but read and note who this is.
    starting = (starting ?? Promise.resolve()).then(async (last) => {
      last?.kill();
      await clock.sleep(dice.between(200, 20_000));
      return start();
    });
  }

  return {
    name,
    worker,
    kill,
    killAt: (state, after) => {
      armed = { state, after };
    },
    wake: () => {
      const current = living;
      if (current) runJobs(current).catch(() => undefined);
    },
    disk: () => disk,
    restore: (other) => {
      disk = other;
      // The copy knows nothing of a pause that came later.
      const last = pauses.at(-1);
      if (last) last.to = Math.min(last.to, clock.now());
      end();
    },
    configure: (changed) => {
      settings = changed;
    },
    turn: (change) => {
      turned = { ...turned, ...change };
    },
    pause: async (paused) => {
      const { ports, isAlive } = await worker();
      const begun = clock.now();
      await writePaused(ports.ledger, paused);
      const last = pauses.at(-1);
      // Of a worker that died meanwhile nobody knows on which disk it wrote.
      if (paused && isAlive()) pauses.push({ from: clock.now(), to: Infinity });
      else if (!paused && last) last.to = Math.min(last.to, begun);
    },
    pauses,
    intents: intents.all,
    look: async (read) => {
      const ledger = disk.open();
      try {
        return await read(ledger);
      } finally {
        ledger.close();
      }
    },
    kills: () => kills,
    caught,
    failures,
  };
}

import { isPaused } from '../../ledger/pause.ts';
import type { JobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { isHeldByPause } from './held-by-pause.ts';
import { runJob } from './machine.ts';
import { activeJobs, isDue, isHeldElsewhere, setBack } from './store.ts';

/** Jobs worked on at the same time. Asaas allows 50 concurrent reads; a person rarely has more than a few. */
const WIDTH = 4;

export interface Runner {
  /** Runs everything due; calls during a run make it look once more. Resolves when nothing is due. */
  readonly run: () => Promise<void>;
  /** When something is due next, ms since the epoch; null when nothing waits for time. */
  readonly nextWake: () => Promise<number | null>;
  /** Makes due what waited for the vault. */
  readonly wakeLocked: () => Promise<void>;
}

/** Has what is due run, and waits for nothing: all of it is on disk, and the alarm carries it on. */
export function runSoon({ run }: Runner): void {
  run().catch(() => undefined);
}

/**
 * Carries the outbox on. Nothing here is remembered: after the worker's death a new runner reads the
 * same jobs from disk.
 */
export function createRunner(ports: EnginePorts): Runner {
  let running: Promise<void> | null = null;
  /** Somebody wants a look at the outbox; `wake` ends the present wait. */
  const look = { asked: 0, seen: 0, wake: (): void => undefined };

  async function due(): Promise<JobRow[]> {
    const now = ports.now();
    const jobs = await movableJobs(ports);
    return jobs.filter((job) => isDue(job, now) && !isHeldElsewhere(ports, job));
  }

  /** A job confirmed while others run starts at once; none is taken up twice without being asked again. */
  async function drain(): Promise<void> {
    const underWay = new Map<string, Promise<void>>();
    const taken = new Set<string>();
    /** The standardisation under way: one is enough, since each takes hours, and charges need the other places. */
    let long: string | null = null;
    for (;;) {
      if (look.asked !== look.seen) taken.clear();
      const { asked } = look;
      look.seen = asked;
      const wasAsked = new Promise<void>((resolve) => {
        look.wake = resolve;
      });
      for (const { id, kind } of await due()) {
        if (underWay.size >= WIDTH || underWay.has(id) || taken.has(id)) continue;
        const isLong = kind === 'notices-run';
        if (isLong && long !== null && underWay.has(long)) continue;
        if (isLong) long = id;
        taken.add(id);
        const work = runJob(ports, id)
          .catch(() => setBack(ports, id))
          .finally(() => underWay.delete(id));
        underWay.set(id, work);
      }
      if (look.asked !== asked) continue;
      if (underWay.size === 0) return;
      await Promise.race([...underWay.values(), wasAsked]);
    }
  }

  function run(): Promise<void> {
    look.asked += 1;
    look.wake();
    running ??= drain().finally(() => {
      running = null;
      // Asked in the very moment of ending: that call holds on to this run, and expects its look.
      return look.asked !== look.seen ? run() : undefined;
    });
    return running;
  }

  return {
    run,
    nextWake: async () => {
      const times = (await movableJobs(ports)).flatMap((job) => {
        if (job.nextAt === null) return [];
        const held = isHeldElsewhere(ports, job) ? (job.lease?.until ?? 0) : 0;
        const at = isDue(job, ports.now()) ? Math.min(job.nextAt, ports.now()) : job.nextAt;
        return [Math.max(at, held)];
      });
      return times.length === 0 ? null : Math.min(...times);
    },
    wakeLocked: async () => {
      const { ledger } = ports;
      await ledger.transaction('rw', ledger.jobs, async () => {
        for (const job of await activeJobs(ports)) {
          if (job.nextAt === null)
            await ledger.jobs.put({ ...job, nextAt: ports.now(), revision: job.revision + 1 });
        }
      });
    },
  };
}

/** Jobs that are not over and that no pause keeps where they are. */
async function movableJobs(ports: EnginePorts): Promise<JobRow[]> {
  const jobs = await activeJobs(ports);
  return (await isPaused(ports.ledger)) ? jobs.filter((job) => !isHeldByPause(job)) : jobs;
}

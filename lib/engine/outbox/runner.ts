import type { EnginePorts } from '../ports.ts';
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

/**
 * Carries the outbox on. Nothing here is remembered: after the worker's death a new runner reads the
 * same jobs from disk.
 */
export function createRunner(ports: EnginePorts): Runner {
  let running: Promise<void> | null = null;
  let again = false;

  async function due(): Promise<string[]> {
    const now = ports.now();
    const jobs = await activeJobs(ports);
    return jobs
      .filter((job) => isDue(job, now) && !isHeldElsewhere(ports, job))
      .map(({ id }) => id);
  }

  async function drain(): Promise<void> {
    do {
      again = false;
      const queue = await due();
      const lanes = Array.from({ length: Math.min(WIDTH, queue.length) }, async () => {
        for (let id = queue.shift(); id !== undefined; id = queue.shift())
          await runJob(ports, id).catch(() => setBack(ports, id));
      });
      await Promise.all(lanes);
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- run() sets it meanwhile
    } while (again);
  }

  return {
    run: () => {
      again = true;
      running ??= drain().finally(() => {
        running = null;
      });
      return running;
    },
    nextWake: async () => {
      const times = (await activeJobs(ports)).flatMap((job) => {
        if (job.nextAt === null) return [];
        const held = isHeldElsewhere(ports, job) ? (job.lease?.until ?? 0) : 0;
        return [Math.max(job.nextAt, held)];
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

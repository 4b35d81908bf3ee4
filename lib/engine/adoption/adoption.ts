import { advanceBatch } from './advance-batch.ts';
import { advanceRun } from './advance-run.ts';
import type { AdoptionPorts } from './ports.ts';

interface Adoption {
  /** Carries the comparison and what was confirmed on as far as it goes now. */
  readonly run: () => Promise<void>;
}

/**
 * Finds the charges of an account that were made by hand or by another program and are of invoices that are
 * open in IXC, and links those that a person confirmed. Everything is on disk before the next step: the
 * worker may die between any two, and nothing is read or asked twice but the step it died in.
 */
export function createAdoption(ports: AdoptionPorts): Adoption {
  let running: Promise<void> | null = null;
  /** How often anybody asked, and as of which of them the work under way has looked. */
  const look = { asked: 0, seen: 0 };

  async function carryOn(): Promise<void> {
    while (look.seen !== look.asked) {
      look.seen = look.asked;
      while (await advanceRun(ports));
      while (await advanceBatch(ports.engine)) await ports.runJobs();
    }
  }

  function run(): Promise<void> {
    look.asked += 1;
    running ??= carryOn().finally(() => {
      running = null;
      // Asked in the very moment of ending.
      return look.asked !== look.seen ? run() : undefined;
    });
    return running;
  }

  return { run };
}

import type { EnginePorts } from '../ports.ts';
import { sweepAccount } from './sweep-account.ts';
import type { EnqueueCounter } from './counter-act.ts';
import { sweepCounter } from './counter-sweep.ts';
import { createTakeIn } from './take-in.ts';

/** A panel that asked this recently counts as being looked at. ms. */
const WATCHED = 5 * 60_000;

/**
 * Which of the browsers of one account sweeps it. Alone, each does, within its part of the quota; a hub of
 * the team may say otherwise one day, and hand what it was told to `TakeIn` instead.
 */
export interface SweepLease {
  readonly holds: (accountId: string) => Promise<boolean>;
}

const EVERY_BROWSER: SweepLease = { holds: () => Promise.resolve(true) };

export interface Sync {
  /** Runs the sweeps that are due. Failures are left for later: a reading changes nothing. */
  readonly run: () => Promise<void>;
  /** Runs the fast sweeps and the look at the counter, due or not: a person asked for it. */
  readonly now: () => Promise<void>;
  /** Somebody looks at a panel. */
  readonly noticed: () => void;
}

/**
 * Keeps the ledger true to both sides: charges at Asaas by lists, never one at a time, and what the counter
 * does to invoices in IXC. Whatever is due after a sleep comes in portions, turn by turn. Nothing here
 * changes anything: what must follow at Asaas becomes a job.
 */
export function createSync(
  ports: EnginePorts,
  enqueue: EnqueueCounter | null = null,
  lease: SweepLease = EVERY_BROWSER,
): Sync {
  const takeIn = createTakeIn(ports);
  let watchedAt = 0;
  let running: Promise<void> | null = null;

  async function sweepAll(now: boolean): Promise<void> {
    const { accounts, panels, sync } = await ports.readSettings();
    const watched = ports.now() - watchedAt < WATCHED;
    const turns = await Promise.allSettled([
      ...accounts.map(async (account) => {
        if (!(await lease.holds(account.id))) return;
        await sweepAccount(ports, takeIn, account, { watched, run: now ? 'fast' : 'due', sync });
      }),
      ...panels.map((panel) => enqueue && sweepCounter(ports, panel, { watched, now, enqueue })),
    ]);
    const broken = turns.find((turn) => turn.status === 'rejected');
    if (broken) throw broken.reason;
  }

  function run(now: boolean): Promise<void> {
    running ??= sweepAll(now).finally(() => {
      running = null;
    });
    return running;
  }

  return {
    run: () => run(false),
    now: async () => {
      // One under way was not asked for by a person, and may be about something else.
      await running;
      await run(true);
    },
    noticed: () => {
      watchedAt = ports.now();
    },
  };
}

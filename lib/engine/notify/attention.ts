import { openAlerts } from '../../ledger/alerts.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import { isPaused } from '../../ledger/pause.ts';
import { readReadableQueue } from './readable-queue.ts';

/** What the toolbar's badge says. */
export interface Attention {
  /** Open alerts, and jobs that stopped for a person. */
  readonly count: number;
  readonly paused: boolean;
}

/** From the ledger alone. A job that was tried anew counts by its newest try, as in the queue. */
export async function readAttention(ledger: LedgerDatabase): Promise<Attention> {
  const alerts = await openAlerts(ledger);
  const isAnyBlocked = (await ledger.jobs.where('state').equals('blocked').count()) > 0;
  const { jobs, odd } = isAnyBlocked ? await readReadableQueue(ledger) : { jobs: [], odd: [] };
  const blocked = [...jobs, ...odd].filter(({ state }) => state === 'blocked');
  return { count: alerts.length + blocked.length, paused: await isPaused(ledger) };
}

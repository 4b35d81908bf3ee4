import { openAlerts } from '../../ledger/alerts.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import { isPaused } from '../../ledger/pause.ts';
import { readQueue } from '../outbox/queue-view.ts';

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
  const queue = isAnyBlocked ? await readQueue(ledger) : [];
  const blocked = queue.filter(({ state }) => state === 'blocked');
  return { count: alerts.length + blocked.length, paused: await isPaused(ledger) };
}

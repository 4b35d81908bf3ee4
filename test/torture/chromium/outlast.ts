import type { JobRow } from '../../../lib/ledger/rows.ts';
import type { Profile } from './profile.ts';
import { readLedger } from './read-ledger.ts';
import { sleep } from './send-all.ts';

/**
 * A lost answer is looked for during ten minutes, then asked for once more, and what that made is verified
 * for ten minutes and two. ms.
 */
const PATIENCE = 31 * 60_000;
const LOOK = 20_000;

/**
 * Whether a job is under way by itself. One that stopped for a person goes on being looked for during two
 * days and is not: it asks for nothing any more.
 */
export function isUnderWay({ activeKey, state }: JobRow): boolean {
  return activeKey !== undefined && state !== 'blocked';
}

/** Waits until no outbox has anything under way, or until none of it can take any longer. */
export async function outlast(
  profiles: readonly Profile[],
  say: (text: string) => void,
): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  let last = '';
  for (;;) {
    const ledgers = await Promise.all(profiles.map(readLedger));
    const open = ledgers.flatMap(({ jobs }) => jobs.filter(isUnderWay));
    const told = summary(open);
    if (told !== last) say(`under way: ${told}`);
    last = told;
    if (open.length === 0 || Date.now() > deadline) return;
    await sleep(LOOK);
  }
}

/** How many are in which state. */
function summary(jobs: readonly JobRow[]): string {
  const states = Map.groupBy(jobs, ({ kind, state }) => `${kind} ${state}`);
  const parts = [...states].map(([name, { length }]) => `${length} ${name}`).toSorted();
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

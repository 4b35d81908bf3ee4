import type { LedgerDatabase } from '../../ledger/database.ts';
import { RETENTION, type PageKey } from '../../ledger/retention-rules.ts';
import type { EnginePorts } from '../ports.ts';

const KEY = 'retention';
/** A pass through every table, once a day. ms. */
const EVERY = 86_400_000;
/** Rows looked at in one transaction, and transactions in one call: a tick is never held up by it. */
const PAGE = 250;
const PAGES = 4;

/** How far the pass is: the rule's place in the list, and the last key that was looked at. */
interface Progress {
  readonly startedAt: number;
  readonly rule: number;
  readonly after: PageKey;
}

/**
 * Removes what is no longer kept, a few pages at a time. A pass goes on where the last call left it,
 * also after the worker's death; the next one begins a day after it began.
 */
export async function sweepRetention(
  ports: Pick<EnginePorts, 'ledger' | 'now' | 'readSettings'>,
): Promise<void> {
  const { ledger } = ports;
  const now = ports.now();
  let progress = await readProgress(ledger, now);
  if (progress.rule >= RETENTION.length) return;
  const house = { ledger, now, settings: await ports.readSettings() };
  for (let page = 0; page < PAGES; page += 1) {
    const rule = RETENTION[progress.rule];
    if (!rule) return;
    const after = await rule(house, progress.after, PAGE);
    progress = { ...progress, after, rule: progress.rule + (after === null ? 1 : 0) };
    await ledger.meta.put({ key: KEY, value: progress });
  }
}

/** A pass that began in the future was begun by a clock that ran ahead. */
async function readProgress({ meta }: LedgerDatabase, now: number): Promise<Progress> {
  const known = (await meta.get(KEY))?.value as Progress | undefined;
  const isFresh = known !== undefined && known.startedAt <= now && now < known.startedAt + EVERY;
  const isRunning = known !== undefined && known.rule < RETENTION.length;
  return isFresh || isRunning ? known : { startedAt: now, rule: 0, after: null };
}

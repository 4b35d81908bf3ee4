import { oneAtATime } from '../../one-at-a-time.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import { quotaAt, unspent } from '../../ledger/quota.ts';
import type { QuotaRow } from '../../ledger/rows.ts';
import type { SyncSettings } from '../../settings/settings.ts';
import type { Purpose } from '../ports.ts';
import { counted, roomFor } from './budgets.ts';

export interface TallyPorts {
  readonly ledger: Pick<LedgerDatabase, 'quota' | 'transaction'>;
  readonly now: () => number;
  readonly readSync: () => Promise<SyncSettings>;
}

/** Requests that are counted on disk together, before they leave. */
const AHEAD = 10;

/** What was counted ahead and not used is given back after this. ms */
const SETTLE = 500;

const NONE = { sweep: 0, job: 0, person: 0 };

/** What one account was asked, kept on disk. */
export interface Tally {
  /** The row as it stands now, with what was counted ahead and not used taken off. */
  readonly row: () => QuotaRow;
  /** Counts one request that is about to leave. False: the window does not bear it. */
  readonly take: (purpose: Purpose) => Promise<boolean>;
  /** One that was counted did not leave. */
  readonly giveBack: (purpose: Purpose) => void;
  /** Everything but the counts; written at once only when it must outlive the worker. */
  readonly learn: (change: (row: QuotaRow) => QuotaRow) => void;
}

/**
 * Counts ahead: ten requests are written to the disk before the first of them leaves, and what was not used
 * is taken off half a second later. So there are a few writes per second however many requests there are,
 * and a worker's death makes a count too high by less than ten of a kind, and never too low. Counts are
 * added to what is on disk, so that a worker that was believed dead takes nothing from its successor's.
 */
export async function openTally(ports: TallyPorts, accountId: string): Promise<Tally> {
  const { ledger, now } = ports;
  const inTurn = oneAtATime();
  let row = await readRow();
  let ahead = NONE;
  let settling = false;

  async function readRow(): Promise<QuotaRow> {
    // A disk in trouble is told where it matters; counting is no reason to stop.
    const stored = await ledger.quota.get(accountId).catch(() => undefined);
    return stored ?? unspent(accountId);
  }

  /** A window that ended took what was counted ahead in it along; one that was set right must stay so. */
  function roll(): void {
    const { since } = row;
    row = quotaAt(row, now());
    if (row.since === since) return;
    if (row.since === null) ahead = NONE;
    else keep();
  }

  function keep(): void {
    inTurn(() => write((current) => current)).catch(() => undefined);
  }

  async function write(change: (row: QuotaRow) => QuotaRow): Promise<void> {
    const { pausedUntil, failures, windows } = row;
    const written = await ledger
      .transaction('rw', ledger.quota, async () => {
        const stored = await ledger.quota.get(accountId);
        const base = stored ? { ...stored, pausedUntil, failures, windows } : row;
        const next = change(quotaAt(base, now()));
        await ledger.quota.put(next);
        return next;
      })
      .catch(() => change(row));
    // Learned while it was written: newer than what was read before.
    row = {
      ...written,
      pausedUntil: row.pausedUntil,
      failures: row.failures,
      windows: row.windows,
    };
  }

  async function countAhead(purpose: Purpose): Promise<void> {
    const sync = await ports.readSync();
    let requests = 0;
    await write((current) => {
      requests = Math.min(AHEAD, roomFor(purpose, current, sync));
      return counted(current, purpose, requests, now());
    });
    ahead = { ...ahead, [purpose]: ahead[purpose] + requests };
    settleSoon();
  }

  function settleSoon(): void {
    if (settling) return;
    settling = true;
    // On the real clock, whatever `now` says: it is the disk that is spared.
    setTimeout(() => {
      settling = false;
      inTurn(settle).catch(() => undefined);
    }, SETTLE);
  }

  async function settle(): Promise<void> {
    roll();
    const unused = ahead;
    if (unused.sweep + unused.job + unused.person === 0) return;
    ahead = NONE;
    row = without(row, unused);
    await write((current) => without(current, unused));
  }

  function use(purpose: Purpose): boolean {
    roll();
    if (ahead[purpose] === 0) return false;
    ahead = { ...ahead, [purpose]: ahead[purpose] - 1 };
    return true;
  }

  return {
    row: () => {
      roll();
      return without(row, ahead);
    },
    take: async (purpose) => {
      if (use(purpose)) return true;
      return inTurn(async () => {
        if (use(purpose)) return true;
        await countAhead(purpose);
        return use(purpose);
      });
    },
    giveBack: (purpose) => {
      ahead = { ...ahead, [purpose]: ahead[purpose] + 1 };
      settleSoon();
    },
    learn: (change) => {
      const before = row;
      row = change(before);
      if (mustOutlive(before, row)) keep();
    },
  };
}

function without(row: QuotaRow, unused: QuotaRow['spent']): QuotaRow {
  const less = (purpose: Purpose) => Math.max(0, row.spent[purpose] - unused[purpose]);
  return { ...row, spent: { sweep: less('sweep'), job: less('job'), person: less('person') } };
}

/** A pause, a failure or a closed endpoint: the next worker must know of it. */
function mustOutlive(before: QuotaRow, after: QuotaRow): boolean {
  if (before.pausedUntil !== after.pausedUntil || before.failures !== after.failures) return true;
  return Object.entries(after.windows).some(
    ([family, { remaining }]) => remaining === 0 && before.windows[family]?.remaining !== 0,
  );
}

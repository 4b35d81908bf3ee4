import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import type { Attempt, JobRow } from '../../../lib/ledger/rows.ts';

/** A request that changes something, as it was first written down. */
export interface Intent {
  /** When that came on the disk, by the world's own clock: the product's `at` is an estimate. ms. */
  readonly at: number;
  readonly invoiceId: string;
  readonly request: Attempt['request'];
}

/** Every intent that one browser ever wrote, those on disks that were replaced since included. */
export interface Intents {
  readonly all: readonly Intent[];
  readonly written: (job: JobRow) => void;
}

export function createIntents(now: () => number): Intents {
  const known = new Set<string>();
  const all: Intent[] = [];
  return {
    all,
    written: ({ id, invoiceId, attempts }) => {
      for (const { request, code, at, outcome } of attempts) {
        // A deletion carries what its creation asked for, and a replaced disk what was asked before.
        const key = `${request} ${code === '' ? id : code} ${at}`;
        if (known.has(key)) continue;
        known.add(key);
        if (outcome === 'open') all.push({ at: now(), invoiceId, request });
      }
    },
  };
}

/** Tells of every job once it is on the disk. */
export function watchJobs(
  ledger: LedgerDatabase,
  onWritten: (job: JobRow) => void,
): LedgerDatabase {
  ledger.use({
    stack: 'dbcore',
    name: 'watch-jobs',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        if (name !== 'jobs') return table;
        return {
          ...table,
          mutate: (request) =>
            table.mutate(request).then((done) => {
              if (request.type !== 'put' && request.type !== 'add') return done;
              for (const job of request.values as readonly JobRow[]) onWritten(job);
              return done;
            }),
        };
      },
    }),
  });
  return ledger;
}

import { openAlerts } from '../../ledger/alerts.ts';
import { entriesAfter } from '../../ledger/audit-chains.ts';
import { happeningsSince } from '../../ledger/happenings.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import type { AlertRow, ChargeRow, HappeningRow, JobRow } from '../../ledger/rows.ts';
import { readState } from '../sync/account-state.ts';
import type { NoticeState } from './notice-state.ts';

/** Rows of each kind that one look takes. */
const PAGE = 500;

/** What the ledger says that was not looked at, with what it is about as it stands now. */
export interface News {
  readonly happenings: readonly HappeningRow[];
  readonly charges: ReadonlyMap<string, ChargeRow>;
  /** Jobs that stopped for a person, and when. */
  readonly stopped: readonly { readonly job: JobRow; readonly at: number }[];
  /** Every open one, looked at or not. */
  readonly alerts: readonly AlertRow[];
  /** Of those asked for, the accounts whose payments were read at least once. */
  readonly read: readonly string[];
  /** Where the next look begins. */
  readonly happening: number;
  readonly audit: number;
  readonly isAll: boolean;
}

/** Lines after which a job may stand still until a person comes. */
const STOPS = new Set(['job.blocked', 'job.given-up', 'charge.several-live']);

export async function newsSince(
  ledger: LedgerDatabase,
  { happening, audit, installationId }: NoticeState,
  accountIds: readonly string[],
): Promise<News> {
  const happenings = await happeningsSince(ledger, happening, PAGE);
  const lines = await entriesAfter(ledger, installationId, audit, PAGE);
  const alerts = await openAlerts(ledger);
  const named = new Set([
    ...happenings.map(({ chargeId }) => chargeId),
    ...alerts.flatMap(({ chargeIds }) => chargeIds),
  ]);
  const charges = await ledger.charges.bulkGet([...named]);
  const stops = lines.filter(({ action }) => STOPS.has(action));
  const jobs = await ledger.jobs.bulkGet(stops.map(({ ids }) => ids['jobId'] ?? ''));
  const states = await Promise.all(accountIds.map((id) => readState(ledger, id)));
  return {
    happenings,
    charges: new Map(charges.flatMap((row) => (row ? [[row.id, row]] : []))),
    stopped: stops.flatMap(({ at }, index) => {
      const job = jobs[index];
      return job?.state === 'blocked' ? [{ job, at }] : [];
    }),
    alerts,
    read: accountIds.filter((_, index) => (states[index]?.sweeps['paid']?.since ?? null) !== null),
    happening: happenings.at(-1)?.id ?? happening,
    audit: lines.at(-1)?.seq ?? audit,
    isAll: happenings.length < PAGE && lines.length < PAGE,
  };
}

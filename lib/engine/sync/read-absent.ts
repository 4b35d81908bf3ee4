import type { AsaasFailure } from '../../asaas/client.types.ts';
import type { CivilDate } from '../../billing/calendar.ts';
import { notFound } from '../../ledger/charges.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type { Turn } from './turn.ts';

export interface Missing {
  readonly statuses: readonly string[];
  /** Days of creation; absent: any. */
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

/**
 * A charge that its list no longer shows was paid, deleted or moved while the list was read: absence proves
 * nothing, so it is asked for by id. `since`: seen at that time or later is present. `done` is false when
 * the turn ended first; what is left is found again in the next one.
 */
export async function readAbsent(
  { ports, account, client, takeIn, mayAsk }: Turn,
  missing: Missing,
  since: number,
): Promise<{
  readonly done: boolean;
  readonly asked: number;
  readonly failure: AsaasFailure | null;
}> {
  let asked = 0;
  for (const row of await absentRows(ports.ledger, account.id, missing, since)) {
    if (!mayAsk()) return { done: false, asked, failure: null };
    asked += 1;
    const seenAt = ports.now();
    const answer = await client.getCharge(row.id);
    if (answer.ok) await takeIn(account, [answer.value], seenAt);
    else if (answer.error.kind === 'not-found') await takeIn(account, [notFound(row)], seenAt);
    else return { done: false, asked, failure: answer.error };
  }
  return { done: true, asked, failure: null };
}

async function absentRows(
  ledger: LedgerDatabase,
  accountId: string,
  { statuses, from, to }: Missing,
  since: number,
): Promise<readonly ChargeRow[]> {
  const isAbsent = (row: ChargeRow) =>
    row.seenAt < since &&
    !row.deleted &&
    (from === undefined || row.createdOn >= from) &&
    (to === undefined || row.createdOn <= to);
  const absent: ChargeRow[] = [];
  // One status after another: years of paid charges are many to hold at a time.
  for (const status of statuses) {
    absent.push(...(await chargesIn(ledger, accountId, [status])).filter(isAbsent));
  }
  return absent;
}

/** The account's charges in these statuses. One `getAll` each: a cursor takes many times as long. */
export async function chargesIn(
  { charges }: LedgerDatabase,
  accountId: string,
  statuses: readonly string[],
): Promise<readonly ChargeRow[]> {
  const found = await Promise.all(
    statuses.map((status) =>
      charges.where('[accountId+status]').equals([accountId, status]).toArray(),
    ),
  );
  return found.flat();
}

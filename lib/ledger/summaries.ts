import { Dexie } from 'dexie';
import { addDays, type CivilDate } from '../billing/calendar.ts';
import { cents, type Cents } from '../billing/money.ts';
import { overdueFrom } from '../billing/status.ts';
import type { LedgerDatabase } from './database.ts';
import type { AggregateRow, Bucket } from './rows.ts';

export interface Tally {
  readonly count: number;
  readonly cents: Cents;
}

/** What one account has to show for one provider. */
export interface SummaryLine {
  readonly accountId: string;
  readonly providerKey: string;
  /** Can be paid, or may have been at a bank and not have shown up yet: see `overdueFrom`. */
  readonly pending: Tally;
  readonly overdue: Tally;
  readonly receivedToday: Tally;
  /** Marked as received in cash: no money came through Asaas. */
  readonly receivedInCashToday: Tally;
  /** Paid, and not credited yet, of whatever day. */
  readonly confirmed: Tally;
}

type Figure = Exclude<keyof SummaryLine, 'accountId' | 'providerKey'>;

const NOTHING: Tally = { count: 0, cents: cents(0) };

/**
 * The summary of every account and provider that has anything to show, by aggregates alone: its cost
 * grows with the days that open charges are due on, never with the number of charges. `today` is the
 * civil date in São Paulo on Asaas's clock.
 */
export async function readSummary(
  { aggregates }: Pick<LedgerDatabase, 'aggregates'>,
  today: CivilDate,
): Promise<readonly SummaryLine[]> {
  const ofAnyDay = (bucket: Bucket) =>
    aggregates
      .where('[bucket+day]')
      .between([bucket, Dexie.minKey], [bucket, Dexie.maxKey])
      .toArray();
  const ofToday = (bucket: Bucket) =>
    aggregates.where('[bucket+day]').equals([bucket, today]).toArray();
  const [open, openWithoutBoleto, confirmed, received, inCash] = await Promise.all([
    ofAnyDay('open'),
    ofAnyDay('open-no-boleto'),
    ofAnyDay('confirmed'),
    ofToday('received'),
    ofToday('received-in-cash'),
  ]);
  const lines = new Map<string, SummaryLine>();
  const add = (figure: Figure) => (row: AggregateRow) => {
    const { accountId, providerKey } = row;
    const key = `${accountId}\n${providerKey}`;
    const line = lines.get(key) ?? blank(accountId, providerKey);
    lines.set(key, { ...line, [figure]: plus(line[figure], row) });
  };
  const addOpen = (lastOverdue: CivilDate) => (row: AggregateRow) => {
    add(row.day <= lastOverdue ? 'overdue' : 'pending')(row);
  };
  open.forEach(addOpen(lastOverdueDay(today, true)));
  openWithoutBoleto.forEach(addOpen(lastOverdueDay(today, false)));
  confirmed.forEach(add('confirmed'));
  received.forEach(add('receivedToday'));
  inCash.forEach(add('receivedInCashToday'));
  return [...lines.values()];
}

/** The last due date that counts as overdue. Found once: asked of each day, the holidays cost more than the reading. */
function lastOverdueDay(today: CivilDate, withBoleto: boolean): CivilDate {
  let day = addDays(today, -1);
  while (overdueFrom(day, withBoleto) > today) day = addDays(day, -1);
  return day;
}

function blank(accountId: string, providerKey: string): SummaryLine {
  return {
    accountId,
    providerKey,
    pending: NOTHING,
    overdue: NOTHING,
    receivedToday: NOTHING,
    receivedInCashToday: NOTHING,
    confirmed: NOTHING,
  };
}

function plus(tally: Tally, row: AggregateRow): Tally {
  return { count: tally.count + row.count, cents: cents(tally.cents + row.cents) };
}

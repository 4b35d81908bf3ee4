import type { ChargeFilter } from '../../asaas/client.types.ts';
import { addDays, type CivilDate } from '../../billing/calendar.ts';
import { KNOWN_STATUSES } from '../../billing/charge-status.ts';
import type { NoticedBy } from './changes.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Paced {
  readonly name: Exclude<NoticedBy, 'counter'>;
  /** While somebody looks at a panel, and otherwise. ms. */
  readonly every: { readonly watched: number; readonly idle: number };
  /** People wait for what it finds: it goes first, and the slow ones get what it leaves of the budget. */
  readonly fast: boolean;
}

/** Reads lists of charges page by page. */
export interface ListSweep extends Paced {
  readonly kind: 'list';
  /** `since`: the day on which the last complete reading began, null before the first one. */
  readonly filters: (today: CivilDate, since: CivilDate | null) => readonly ChargeFilter[];
  /**
   * How far a list is read: to its `end`; until as many newly `paid` charges were seen as the list grew by;
   * or, newest first, as far as it `grew`.
   */
  readonly until: 'end' | 'paid' | 'grew';
  /**
   * Charges of these statuses and days of creation that the lists ought to have shown, and did not, are
   * asked for by id.
   */
  readonly absent:
    | ((today: CivilDate) => {
        readonly statuses: readonly string[];
        readonly from?: CivilDate;
        readonly to?: CivilDate;
      })
    | null;
}

/** Asks how many charges have a status, and reads them only when the ledger cannot account for the number. */
export interface StatusSweep extends Paced {
  readonly kind: 'status';
  readonly statuses: readonly string[];
  /** Charges that come with the number. */
  readonly probe: number;
  /** After a number fell: another sweep probably sees where they went, so once it may be. */
  readonly patient: boolean;
  /** Read in full after so long, whatever the numbers say. ms. */
  readonly fullEvery: number;
}

/** Reads the account's statement. */
export interface StatementSweep extends Paced {
  readonly kind: 'statement';
}

export type Sweep = ListSweep | StatusSweep | StatementSweep;

const OPEN = ['PENDING', 'OVERDUE'];

function earlier(day: CivilDate, since: CivilDate | null): CivilDate {
  return since !== null && since < day ? since : day;
}

/** All that can be in a list within 13 months of creation, and no charge that could still enter it. */
const RELIST_DAYS = 396;

export const SWEEPS: readonly Sweep[] = [
  {
    kind: 'list',
    name: 'paid',
    fast: true,
    every: { watched: 110_000, idle: 15 * MINUTE },
    // A sleep, or midnight, lies between `since` and today: whatever was paid meanwhile is in the list too.
    filters: (today, since) => [
      { 'paymentDate[ge]': since === null ? addDays(today, -7) : earlier(today, since) },
    ],
    until: 'paid',
    absent: null,
  },
  {
    kind: 'status',
    name: 'confirmed',
    fast: true,
    every: { watched: 110_000, idle: 15 * MINUTE },
    statuses: ['CONFIRMED'],
    probe: 100,
    patient: true,
    fullEvery: DAY,
  },
  {
    kind: 'list',
    name: 'created',
    fast: true,
    every: { watched: 10 * MINUTE, idle: HOUR },
    filters: (today, since) => [{ 'dateCreated[ge]': addDays(earlier(today, since), -2) }],
    until: 'grew',
    absent: null,
  },
  {
    kind: 'list',
    name: 'recent',
    fast: false,
    every: { watched: HOUR, idle: 6 * HOUR },
    filters: (today) => [{ 'dateCreated[ge]': addDays(today, -2) }],
    until: 'end',
    absent: (today) => ({ statuses: OPEN, from: addDays(today, -2) }),
  },
  {
    kind: 'list',
    name: 'open',
    fast: false,
    every: { watched: HOUR, idle: 6 * HOUR },
    // A window that ended yesterday: nothing that is created while it is read can enter it.
    filters: (today) => OPEN.map((status) => ({ status, 'dateCreated[le]': addDays(today, -1) })),
    until: 'end',
    absent: (today) => ({ statuses: OPEN, to: addDays(today, -1) }),
  },
  {
    kind: 'list',
    name: 'paid-week',
    fast: false,
    every: { watched: HOUR, idle: 6 * HOUR },
    filters: (today, since) => [{ 'paymentDate[ge]': addDays(earlier(today, since), -7) }],
    until: 'end',
    absent: null,
  },
  {
    kind: 'status',
    name: 'states',
    fast: false,
    every: { watched: 2 * HOUR, idle: 6 * HOUR },
    statuses: [
      'AWAITING_RISK_ANALYSIS',
      'AUTHORIZED',
      'REFUND_REQUESTED',
      'REFUND_IN_PROGRESS',
      'REFUNDED',
      'CHARGEBACK_REQUESTED',
      'CHARGEBACK_DISPUTE',
      'AWAITING_CHARGEBACK_REVERSAL',
      'DUNNING_REQUESTED',
      'DUNNING_RECEIVED',
    ],
    probe: 1,
    patient: false,
    fullEvery: 7 * DAY,
  },
  {
    kind: 'statement',
    name: 'statement',
    fast: false,
    every: { watched: DAY, idle: DAY },
  },
  {
    kind: 'list',
    name: 'relist',
    fast: false,
    every: { watched: 30 * DAY, idle: 30 * DAY },
    filters: (today) => [
      { 'dateCreated[ge]': addDays(today, -RELIST_DAYS), 'dateCreated[le]': addDays(today, -1) },
    ],
    until: 'end',
    // One that is over and that Asaas does not show stands as the ledger has it: a file may have brought it.
    absent: (today) => ({
      statuses: KNOWN_STATUSES,
      from: addDays(today, -RELIST_DAYS),
      to: addDays(today, -1),
    }),
  },
];

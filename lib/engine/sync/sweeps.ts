import type { ChargeFilter } from '../../asaas/client.types.ts';
import { addDays, type CivilDate } from '../../billing/calendar.ts';

const MINUTE = 60_000;

/** One list of charges that is read again and again, and the changes that only it would notice. */
export interface Sweep {
  readonly name: string;
  /** While somebody looks at a panel, and otherwise. ms. */
  readonly every: { readonly watched: number; readonly idle: number };
  readonly filters: (today: CivilDate) => readonly ChargeFilter[];
  /** True when only the first page of each list is read, and the others when its count changed. */
  readonly probe: boolean;
  /** True when a charge that should be in the list and is not must be asked for by id. */
  readonly exhaustive: boolean;
}

const REVERSED = [
  'REFUNDED',
  'REFUND_REQUESTED',
  'REFUND_IN_PROGRESS',
  'CHARGEBACK_REQUESTED',
  'CHARGEBACK_DISPUTE',
  'AWAITING_CHARGEBACK_REVERSAL',
];

/**
 * Asaas has no "changed since" filter, so each kind of change has the list that shows it:
 *
 * | change | noticed by |
 * |---|---|
 * | paid by Pix, boleto or at the counter in Asaas (has a payment date) | `paid` |
 * | card or boleto paid, not credited yet (CONFIRMED has no payment date) | `confirmed` |
 * | created by another browser, or committed late | `created` |
 * | became overdue, value or date edited, deleted at Asaas | `open` |
 * | refunded, being refunded, disputed, taken back | `reversed` |
 */
export const SWEEPS: readonly Sweep[] = [
  {
    name: 'paid',
    every: { watched: 1.5 * MINUTE, idle: 15 * MINUTE },
    filters: (today) => [{ 'paymentDate[ge]': addDays(today, -7) }],
    probe: false,
    exhaustive: false,
  },
  {
    name: 'confirmed',
    every: { watched: 1.5 * MINUTE, idle: 15 * MINUTE },
    filters: () => [{ status: 'CONFIRMED' }],
    probe: false,
    exhaustive: false,
  },
  {
    name: 'created',
    every: { watched: 10 * MINUTE, idle: 60 * MINUTE },
    filters: (today) => [{ 'dateCreated[ge]': addDays(today, -2) }],
    probe: false,
    exhaustive: false,
  },
  {
    name: 'open',
    every: { watched: 60 * MINUTE, idle: 360 * MINUTE },
    filters: () => [{ status: 'PENDING' }, { status: 'OVERDUE' }],
    probe: false,
    exhaustive: true,
  },
  {
    name: 'reversed',
    every: { watched: 60 * MINUTE, idle: 360 * MINUTE },
    filters: () => REVERSED.map((status) => ({ status })),
    probe: true,
    exhaustive: false,
  },
];

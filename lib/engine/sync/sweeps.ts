import type { ChargeFilter } from '../../asaas/client.types.ts';
import { addDays, type CivilDate } from '../../billing/calendar.ts';

const MINUTE = 60_000;

/** One list of charges that is read again and again, and the changes that only it would notice. */
export interface Sweep {
  readonly name: string;
  /** While somebody looks at a panel, and otherwise. ms. */
  readonly every: { readonly watched: number; readonly idle: number };
  readonly filters: (today: CivilDate) => readonly ChargeFilter[];
  /** True when a charge that should be in the list and is not must be asked for by id. */
  readonly exhaustive: boolean;
}

/**
 * Asaas has no "changed since" filter, so each kind of change has the list that shows it:
 *
 * | change | noticed by |
 * |---|---|
 * | paid by Pix, boleto or at the counter in Asaas (has a payment date) | `paid` |
 * | card or boleto paid, not credited yet (CONFIRMED has no payment date) | `confirmed` |
 * | created by another browser, or committed late | `created` |
 * | became overdue, value or date edited, deleted at Asaas | `open` |
 */
export const SWEEPS: readonly Sweep[] = [
  {
    name: 'paid',
    every: { watched: 1.5 * MINUTE, idle: 15 * MINUTE },
    filters: (today) => [{ 'paymentDate[ge]': addDays(today, -7) }],
    exhaustive: false,
  },
  {
    name: 'confirmed',
    every: { watched: 1.5 * MINUTE, idle: 15 * MINUTE },
    filters: () => [{ status: 'CONFIRMED' }],
    exhaustive: false,
  },
  {
    name: 'created',
    every: { watched: 10 * MINUTE, idle: 60 * MINUTE },
    filters: (today) => [{ 'dateCreated[ge]': addDays(today, -2) }],
    exhaustive: false,
  },
  {
    name: 'open',
    every: { watched: 60 * MINUTE, idle: 360 * MINUTE },
    filters: () => [{ status: 'PENDING' }, { status: 'OVERDUE' }],
    exhaustive: true,
  },
];

import type { StatusGroup } from './status.ts';

/**
 * What a charge means for sending its invoice again.
 * - `live`: open, the payer may pay it at any moment
 * - `settling`: money, or a card, is on its way
 * - `contested`: paid once, and disputed or being given back
 * - `paid`, `refunded`, `deleted`: as they say
 * - `unknown`: a status this code has never heard of, or a contradiction
 */
export type Liveness =
  'live' | 'paid' | 'settling' | 'contested' | 'refunded' | 'deleted' | 'unknown';

export interface StatusMeaning {
  readonly group: StatusGroup;
  readonly liveness: Liveness;
  /** Asaas accepts PUT and DELETE, and refuses them with 400 otherwise. */
  readonly editable: boolean;
  /** No money and no card was ever presented in this status. */
  readonly unpaid: boolean;
}

const meaning = (
  group: StatusGroup,
  liveness: Liveness,
  flags: { editable?: boolean; unpaid?: boolean } = {},
): StatusMeaning => ({
  group,
  liveness,
  editable: flags.editable === true,
  unpaid: flags.unpaid === true,
});

const OPEN = { editable: true, unpaid: true };

/**
 * Every status of Asaas v3, the only place where they are named. AUTHORIZED is missing from the official
 * definition and real.
 */
const CHARGE_STATUSES: ReadonlyMap<string, StatusMeaning> = new Map([
  ['PENDING', meaning('open', 'live', OPEN)],
  ['OVERDUE', meaning('overdue', 'live', OPEN)],
  ['DUNNING_REQUESTED', meaning('overdue', 'live', { unpaid: true })],
  ['AWAITING_RISK_ANALYSIS', meaning('open', 'settling')],
  ['AUTHORIZED', meaning('open', 'settling')],
  ['CONFIRMED', meaning('confirmed', 'settling')],
  ['RECEIVED', meaning('paid', 'paid')],
  ['DUNNING_RECEIVED', meaning('paid', 'paid')],
  ['RECEIVED_IN_CASH', meaning('paid-manual', 'paid')],
  ['REFUND_REQUESTED', meaning('reversing', 'contested')],
  ['REFUND_IN_PROGRESS', meaning('reversing', 'contested')],
  ['CHARGEBACK_REQUESTED', meaning('contested', 'contested')],
  ['CHARGEBACK_DISPUTE', meaning('contested', 'contested')],
  ['AWAITING_CHARGEBACK_REVERSAL', meaning('contested', 'contested')],
  ['REFUNDED', meaning('refunded', 'refunded')],
]);

/** What an Asaas status means; null for one that is not known. */
export function meaningOf(status: string): StatusMeaning | null {
  return CHARGE_STATUSES.get(status) ?? null;
}

/** Not Asaas's words but ours, for a charge that Asaas no longer knows by its id. */
export const NOT_FOUND = 'NOT_FOUND';
/** The same, where money or a card had been seen on it: nobody may say that it never was. */
export const NOT_FOUND_ONCE_PAID = 'NOT_FOUND_ONCE_PAID';

export const KNOWN_STATUSES: readonly string[] = [...CHARGE_STATUSES.keys()];

import { z } from '../schema.ts';

/** One of the things that can be done with a charge, each confirmed in a window of the extension's own. */
export const CHARGE_ACTS = [
  'cancel',
  'restore',
  'receive-in-cash',
  'undo-receive-in-cash',
  'refund',
  'bank-slip-refund',
] as const;
export type ChargeActKind = (typeof CHARGE_ACTS)[number];

const chargeId = z.string().regex(/^pay_[A-Za-z0-9]{1,40}$/);

export const chargeActRequests = {
  /** Opens the window that shows amount, client and effect, and in which it is confirmed. Changes nothing. */
  act: z.strictObject({ verb: z.literal('act'), kind: z.enum(CHARGE_ACTS), chargeId }),
} as const;

/** What the drawer offers for the charge on screen. */
export interface ChargeActs {
  readonly offered: readonly ChargeActKind[];
}

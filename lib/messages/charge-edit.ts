import { z } from '../schema.ts';

export const chargeEditRequests = {
  /** Shows the form. Changes nothing. */
  edit: z.strictObject({ verb: z.literal('edit') }),
} as const;

/** A change of the charge that is there, as it was asked for and as it would be. */
export interface ChargeEdit {
  readonly chargeId: string;
}

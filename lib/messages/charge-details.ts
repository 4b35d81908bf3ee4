import { z } from '../schema.ts';

export const chargeDetailsRequests = {
  /** Reads what the details show and the ledger does not hold yet. */
  details: z.strictObject({ verb: z.literal('details') }),
} as const;

/** Everything about the charge on screen that is not needed to charge. */
export interface ChargeDetails {
  /** When the payer last opened it, as Asaas says; null: never, or Asaas does not say. */
  readonly viewedAt: number | null;
}

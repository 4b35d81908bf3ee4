import { z } from '../schema.ts';

export const payerNoticesRequests = {
  /** Reads what Asaas will tell this payer by itself. Changes nothing. */
  notices: z.strictObject({ verb: z.literal('notices') }),
} as const;

/** What Asaas tells the payer by itself. */
export interface PayerNotices {
  readonly payerId: string;
}

import { z } from '../schema.ts';

export const payerDataRequests = {
  /** Compares IXC's customer with Asaas's payer. Changes nothing. */
  'payer-data': z.strictObject({ verb: z.literal('payer-data') }),
} as const;

/** Where the two differ. */
export interface PayerData {
  readonly payerId: string;
}

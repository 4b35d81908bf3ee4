import { z } from '../schema.ts';

export const payerMessageRequests = {
  /** Composes a message. Sends nothing. */
  compose: z.strictObject({ verb: z.literal('compose'), template: z.string().max(60).nullable() }),
} as const;

/** A message ready to be opened in the operator's own channel. */
export interface PayerMessage {
  readonly text: string;
}

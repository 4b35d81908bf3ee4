import { z } from '../schema.ts';
import type { Movement } from './client.types.ts';
import { date, optionalText, reais } from './values.ts';

/** `FinancialTransactionGetResponseDTO`, projected: its description names the payer, and is left behind. */
export const movementBody: z.ZodType<Movement> = z
  .object({
    id: z.string().min(1),
    type: z.string().min(1),
    value: reais,
    date,
    paymentId: optionalText,
  })
  .transform((line): Movement => ({
    id: line.id,
    type: line.type,
    value: line.value,
    on: line.date,
    chargeId: line.paymentId,
  }));

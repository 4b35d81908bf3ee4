import { NOT_FOUND } from '../charge-status.ts';
import type { Charge } from '../charge.ts';
import type { BlockReason } from '../send-plan.types.ts';

/** The reason that a person can clear by looking at Asaas; null for a charge of any other standing. */
export function notFoundReason({ id, status }: Charge): BlockReason | null {
  return status === NOT_FOUND ? { code: 'charge-not-found', params: { charge: id } } : null;
}

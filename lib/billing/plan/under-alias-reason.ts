import type { Charge } from '../charge.ts';
import { parseReference } from '../reference.ts';
import type { BlockReason } from '../send-plan.types.ts';

/** The reason of a charge that only an alias brought and nothing proves to be this provider's. */
export function underAliasReason({ id, reference }: Charge): BlockReason {
  const key = (reference === null ? null : parseReference(reference))?.providerKey ?? '';
  return { code: 'live-under-alias', params: { charge: id, key } };
}

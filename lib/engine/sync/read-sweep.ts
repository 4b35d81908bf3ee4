import type { AsaasClient, AsaasFailure, ChargeFilter } from '../../asaas/client.types.ts';
import type { Charge } from '../../billing/charge.ts';
import type { EnginePorts } from '../ports.ts';

const PAGE = 100;
/** A longer list is read this far, and the rest at the next turn as its first charges leave it. */
const MAX_PAGES = 50;

/**
 * Reads one list page by page and hands every page on with the time it was asked for. With `probe` only
 * the count is asked for while it is the same as before. Gives the failure that stopped it, or null.
 */
export async function readSweep(
  ports: Pick<EnginePorts, 'ledger' | 'now'>,
  client: AsaasClient,
  filter: ChargeFilter,
  { key, probe }: { readonly key: string; readonly probe: boolean },
  keep: (charges: readonly Charge[], seenAt: number) => Promise<void>,
): Promise<AsaasFailure | null> {
  const count = probe ? await client.listCharges(filter, { offset: 0, limit: 1 }) : null;
  if (count?.ok === false) return count.error;
  if (count?.ok === true) {
    const known = (await ports.ledger.meta.get(key))?.value;
    if (known === count.value.totalCount) return null;
  }
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const seenAt = ports.now();
    const answer = await client.listCharges(filter, { offset: page * PAGE, limit: PAGE });
    if (!answer.ok) return answer.error;
    await keep(answer.value.items, seenAt);
    if (!answer.value.hasMore) break;
  }
  if (count?.ok === true) await ports.ledger.meta.put({ key, value: count.value.totalCount });
  return null;
}

import type { AsaasClient, AsaasFailure, ChargeFilter } from '../../asaas/client.types.ts';
import type { Charge } from '../../billing/charge.ts';
import type { EnginePorts } from '../ports.ts';

const PAGE = 100;
/** A longer list is read this far, and the rest at the next turn as its first charges leave it. */
const MAX_PAGES = 50;

/**
 * Reads one list page by page and hands every page on with the time it was asked for. With `probe` only
 * the first page is read while the count is the same as before: as one charge enters another may leave.
 * Gives the failure that stopped it, or null.
 */
export async function readSweep(
  ports: Pick<EnginePorts, 'ledger' | 'now'>,
  client: AsaasClient,
  filter: ChargeFilter,
  { key, probe }: { readonly key: string; readonly probe: boolean },
  keep: (charges: readonly Charge[], seenAt: number) => Promise<void>,
): Promise<AsaasFailure | null> {
  const known = probe ? (await ports.ledger.meta.get(key))?.value : null;
  let count: number | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const seenAt = ports.now();
    const answer = await client.listCharges(filter, { offset: page * PAGE, limit: PAGE });
    if (!answer.ok) return answer.error;
    await keep(answer.value.items, seenAt);
    count ??= answer.value.totalCount;
    if (!answer.value.hasMore || known === count) break;
  }
  if (probe) await ports.ledger.meta.put({ key, value: count });
  return null;
}

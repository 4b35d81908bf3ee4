import type { AsaasFailure, AsaasResult, Page } from '../../asaas/client.types.ts';
import { ok, type Result } from '../../billing/result.ts';

/** What a list gives at once, at most. */
export const PAGE = 100;

/** How far a list was read, and what it held then. */
export interface ListPlace {
  readonly offset: number;
  readonly total: number | null;
}

export interface NextPage<T> {
  readonly page: Page<T>;
  /** Null: the list is read. */
  readonly next: ListPlace | null;
}

/**
 * Reads on from a place, which may be seconds or days old. Each charge that left the list meanwhile moved
 * all behind it up by one, past the place: then it goes back by as many, so that nothing is skipped.
 */
export async function readOn<T>(
  ask: (page: { readonly offset: number; readonly limit: number }) => AsaasResult<Page<T>>,
  { offset, total }: ListPlace,
): Promise<Result<NextPage<T>, AsaasFailure>> {
  const answer = await ask({ offset, limit: PAGE });
  if (!answer.ok) return answer;
  const { items, hasMore, totalCount } = answer.value;
  const gone = total === null ? 0 : Math.min(offset, total - totalCount);
  if (gone > 0) {
    return ok({ page: answer.value, next: { offset: offset - gone, total: totalCount } });
  }
  const isEnd = !hasMore || items.length === 0;
  const next = isEnd ? null : { offset: offset + items.length, total: totalCount };
  return ok({ page: answer.value, next });
}

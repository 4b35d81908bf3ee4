import type { AsaasFailure, AsaasResult, Page } from '../../asaas/client.types.ts';
import { ok, type Result } from '../../billing/result.ts';

/** What a list gives at once, at most. */
export const PAGE = 100;

/**
 * So many charges of the page before are read again. Each one that leaves a list moves all behind it up by
 * one; as long as no more left than this, none was moved out of sight.
 */
const GUARD = 5;

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
 * Reads on from a place, which may be seconds or days old. When more charges left the list since than are
 * read twice, the place goes back by as many, so that nothing is skipped however long the pause was.
 */
export async function readOn<T>(
  ask: (page: { readonly offset: number; readonly limit: number }) => AsaasResult<Page<T>>,
  place: ListPlace,
): Promise<Result<NextPage<T>, AsaasFailure>> {
  const back = Math.min(GUARD, place.offset);
  const offset = place.offset - back;
  const answer = await ask({ offset, limit: PAGE });
  if (!answer.ok) return answer;
  const { items, hasMore, totalCount } = answer.value;
  const gone = place.total === null ? 0 : place.total - totalCount;
  if (gone > back) {
    const again = { offset: Math.max(0, place.offset - gone), total: totalCount };
    return ok({ page: answer.value, next: again });
  }
  const isEnd = !hasMore || items.length === 0;
  const next = isEnd ? null : { offset: offset + items.length, total: totalCount };
  return ok({ page: answer.value, next });
}

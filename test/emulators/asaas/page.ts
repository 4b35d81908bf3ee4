/** One page of a list in the API's envelope; `limit` is 10 when not asked for and never above 100. */
export function page<T>(
  all: readonly T[],
  query: URLSearchParams,
  view: (record: T) => unknown = (record) => record,
): Readonly<Record<string, unknown>> {
  const offset = whole(query.get('offset'), 0);
  const limit = Math.min(Math.max(whole(query.get('limit'), 10), 1), 100);
  const data = all.slice(offset, offset + limit).map(view);
  return {
    object: 'list',
    hasMore: offset + data.length < all.length,
    totalCount: all.length,
    limit,
    offset,
    data,
  };
}

function whole(text: string | null, fallback: number): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : fallback;
}

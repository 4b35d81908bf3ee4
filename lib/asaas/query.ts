/** The largest page that Asaas gives. */
export const MAX_LIMIT = 100;

/**
 * A query string, `?` included, empty without parameters. Brackets are encoded (`dueDate%5Bge%5D`), as
 * Asaas wants them.
 */
export function queryOf(parameters: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Offset and limit within what Asaas takes. */
export function pageQuery(page: { readonly offset: number; readonly limit: number }) {
  return {
    offset: String(Math.max(0, Math.trunc(page.offset))),
    limit: String(Math.min(MAX_LIMIT, Math.max(1, Math.trunc(page.limit)))),
  };
}

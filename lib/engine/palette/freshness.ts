/** A reading younger than this is as good as another one. ms. */
const FRESH = 30_000;

/** The customer is on the line: an IXC that takes longer has not answered. ms. */
export const PATIENCE = 3_000;

/** Whether a reading was made just now. One of the future was made while the clock ran ahead. ms. */
export function isFresh(readAt: number | undefined, now: number): boolean {
  return readAt !== undefined && now >= readAt && now - readAt < FRESH;
}

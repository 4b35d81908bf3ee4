/** Long enough for a machine that runs two suites at once. ms. */
export const PATIENCE = 20_000;

/**
 * Asks `probe` again and again until it gives something other than null. A probe that throws, because
 * the page is on its way elsewhere or is not yet as it will be, is asked again.
 *
 * @throws Error after `timeout` ms, with what the last probe threw as its cause.
 */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T | null> | T | null,
  { timeout = PATIENCE, every = 100 }: { timeout?: number; every?: number } = {},
): Promise<T> {
  const deadline = Date.now() + timeout;
  for (;;) {
    let cause: unknown;
    try {
      const value = await probe();
      if (value !== null) return value;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > deadline) {
      throw new Error(`did not happen within ${timeout} ms: ${what}`, { cause });
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

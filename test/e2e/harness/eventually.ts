/** Asks `probe` again and again until it gives something other than null, or throws after `timeout` ms. */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T | null> | T | null,
  { timeout = 10_000, every = 100 }: { timeout?: number; every?: number } = {},
): Promise<T> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const value = await probe();
    if (value !== null) return value;
    if (Date.now() > deadline) throw new Error(`did not happen within ${timeout} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

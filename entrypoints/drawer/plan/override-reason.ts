/** What the worker takes for a reason: shorter says nothing to whoever reads the audit. */
const SHORTEST = 5;

export function isTooShort(reason: string): boolean {
  return reason.trim().length < SHORTEST;
}

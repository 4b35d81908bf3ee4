/** One thing that must not be. */
export interface Breach {
  /** What was broken, in one or two words: breaches are counted by it. */
  readonly rule: string;
  readonly invoiceId: string | null;
  readonly detail: string;
}

/** Ends that the design knows, counted: by reason where a person must look. */
export type Counts = Map<string, number>;

export function addOne(counts: Counts, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** The three calls of a browser storage area that this code needs, one value at a time. */
export interface KeyValueStore {
  /** The stored value, or undefined. What comes back was written by some version of us: check it. */
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
}

import type { RowState } from '../../messages/panel.ts';

/** After this long a state is asked again when its row is drawn. */
export const STALE_AFTER = 60_000;
/** An operator may page through a whole base in a day; the oldest states are forgotten first. */
const CAPACITY = 5_000;

interface Known {
  /** Undefined: the worker was asked and knows nothing of that invoice. */
  readonly state: RowState | undefined;
  readonly at: number;
}

/** States by invoice id, kept so that a redraw paints from memory at once. Times in ms since the epoch. */
export class RowStates {
  readonly #known = new Map<string, Known>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get(id: string): RowState | undefined {
    return this.#known.get(id)?.state;
  }

  /** Whether the worker has to be asked about an invoice: never answered, or too long ago. */
  isDue(id: string): boolean {
    const known = this.#known.get(id);
    return known === undefined || this.#now() - known.at >= STALE_AFTER;
  }

  /** Makes every invoice due; what is known of it stays on screen until the worker has answered. */
  expire(): void {
    for (const [id, { state }] of this.#known) {
      this.#known.set(id, { state, at: Number.NEGATIVE_INFINITY });
    }
  }

  /** Keeps what the worker said. `asked`: ids that count as answered even if it did not name them. */
  put(states: readonly RowState[], asked: readonly string[] = []): Set<string> {
    const at = this.#now();
    const answered = new Map<string, RowState | undefined>(asked.map((id) => [id, undefined]));
    for (const state of states) answered.set(state.id, state);
    for (const [id, state] of answered) {
      this.#known.delete(id);
      this.#known.set(id, { state, at });
    }
    for (const id of this.#known.keys()) {
      if (this.#known.size <= CAPACITY) break;
      this.#known.delete(id);
    }
    return new Set(answered.keys());
  }
}

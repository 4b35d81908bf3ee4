import type { Area, Fault, FaultRule } from './fault.ts';

interface Entry {
  readonly id: string;
  readonly rule: FaultRule;
  seen: number;
  struck: number;
}

export interface Struck {
  readonly id: string;
  readonly fault: Fault;
}

/** The faults that are to strike, in the order in which they were added. */
export class FaultBook {
  #entries: Entry[] = [];
  #sequence = 0;

  /** Returns the rule's id. */
  add(rule: FaultRule): string {
    this.#sequence += 1;
    const id = `fault-${String(this.#sequence)}`;
    this.#entries.push({ id, rule, seen: 0, struck: 0 });
    return id;
  }

  remove(id: string): void {
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
  }

  clear(): void {
    this.#entries = [];
  }

  /** The faults that strike this request. */
  draw(request: { area: Area; table: string; method: string }): readonly Struck[] {
    return this.#entries
      .filter((entry) => strikes(entry, request))
      .map(({ id, rule }) => ({
        id,
        fault: rule.fault,
      }));
  }
}

function strikes(entry: Entry, request: { area: Area; table: string; method: string }): boolean {
  const { rule } = entry;
  const times = rule.times ?? 1;
  if (rule.area !== undefined && rule.area !== request.area) return false;
  if (rule.table !== undefined && rule.table !== request.table) return false;
  if (rule.method !== undefined && rule.method !== request.method) return false;
  if (times !== 0 && entry.struck >= times) return false;
  entry.seen += 1;
  if (entry.seen <= (rule.skip ?? 0)) return false;
  entry.struck += 1;
  return true;
}

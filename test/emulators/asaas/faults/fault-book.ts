import { createRandom, type Random } from '../../http/random.ts';
import { pathPattern, referenceOf, type Incoming } from '../incoming.ts';
import type { Fault, FaultRule } from './fault.ts';

/** A rule with its history. */
export interface FaultState {
  readonly id: string;
  readonly rule: FaultRule;
  /** Requests that met its conditions. */
  readonly seen: number;
  /** Requests that it struck. */
  readonly struck: number;
}

interface Entry {
  readonly id: string;
  readonly rule: FaultRule;
  readonly random: Random;
  seen: number;
  struck: number;
}

/** Everything that strikes one request: any number of delays and lags, and one outcome. */
export interface DrawnFaults {
  readonly ids: readonly string[];
  readonly msBefore: number;
  readonly msAfter: number;
  readonly listLagSeconds: number;
  readonly outcome: Exclude<Fault, { kind: 'latency' | 'list-lag' }> | null;
}

/** The rules in force, and which of them strike. */
export class FaultBook {
  readonly #seed: number;
  #entries: Entry[] = [];
  #count = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  add(rule: FaultRule): string {
    this.#count += 1;
    const id = `fault_${String(this.#count)}`;
    const random = createRandom(rule.seed ?? this.#seed * 7919 + this.#count);
    this.#entries.push({ id, rule, random, seen: 0, struck: 0 });
    return id;
  }

  remove(id: string): void {
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
  }

  clear(): void {
    this.#entries = [];
  }

  states(): FaultState[] {
    return this.#entries.map(({ id, rule, seen, struck }) => ({ id, rule, seen, struck }));
  }

  /** Of several outcomes the rule added first wins; the others are not used up. */
  draw(incoming: Incoming, accountId: string | null): DrawnFaults {
    const ids: string[] = [];
    let msBefore = 0;
    let msAfter = 0;
    let listLagSeconds = 0;
    let outcome: DrawnFaults['outcome'] = null;
    for (const entry of this.#entries) {
      const { fault } = entry.rule;
      const shapes = fault.kind === 'latency' || fault.kind === 'list-lag';
      if (!shapes && outcome !== null) continue;
      if (!matches(entry.rule, incoming, accountId) || !strikes(entry)) continue;
      ids.push(entry.id);
      if (fault.kind === 'list-lag') listLagSeconds += fault.seconds;
      else if (fault.kind !== 'latency') outcome = fault;
      else if (fault.when === 'after') msAfter += fault.ms;
      else msBefore += fault.ms;
    }
    return { ids, msBefore, msAfter, listLagSeconds, outcome };
  }
}

function strikes(entry: Entry): boolean {
  const { skip = 0, times = 1, probability = 1 } = entry.rule;
  entry.seen += 1;
  if (entry.seen <= skip || (times > 0 && entry.struck >= times)) return false;
  // Drawn for every candidate, so that the same seed strikes the same ones.
  if (probability < 1 && entry.random() >= probability) return false;
  entry.struck += 1;
  return true;
}

function matches(rule: FaultRule, incoming: Incoming, accountId: string | null): boolean {
  return (
    (rule.method === undefined || rule.method === incoming.method) &&
    (rule.path === undefined || pathPattern(rule.path).test(incoming.path)) &&
    (rule.accountId === undefined || rule.accountId === accountId) &&
    (rule.reference === undefined || rule.reference === referenceOf(incoming))
  );
}

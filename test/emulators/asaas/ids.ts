import type { Random } from '../http/random.ts';

const ALPHANUMERIC = 'abcdefghijklmnopqrstuvwxyz0123456789';

function characters(random: Random, alphabet: string, length: number): string {
  let text = '';
  while (text.length < length) text += alphabet[Math.floor(random() * alphabet.length)] ?? '';
  return text;
}

/** Makes the ids of one emulated Asaas, in the shapes of the real one. */
export class Ids {
  readonly #random: Random;
  #sequence = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Grows with every call, so that records can be ordered by it. */
  next(): number {
    this.#sequence += 1;
    return this.#sequence;
  }

  charge(): string {
    return `pay_${this.alphanumeric(16)}`;
  }

  /** `cus_000000900018`, `not_…`, `ftn_…`: a prefix and twelve digits. */
  numbered(prefix: string): string {
    return `${prefix}_${String(900_000 + this.next()).padStart(12, '0')}`;
  }

  alphanumeric(length: number): string {
    return characters(this.#random, ALPHANUMERIC, length);
  }

  uuid(): string {
    const hex = (length: number) => characters(this.#random, '0123456789abcdef', length);
    return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
  }
}

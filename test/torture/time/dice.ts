import { createRandom } from '../../emulators/http/random.ts';

/** Everything left to chance, repeatable by its seed. */
export interface Dice {
  /** True with this probability. */
  readonly chance: (probability: number) => boolean;
  /** An integer between both, both included. */
  readonly between: (least: number, most: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** One of them, by its weight. */
  readonly weighed: <T extends string>(weights: Readonly<Record<T, number>>) => T;
}

export function createDice(seed: number): Dice {
  const random = createRandom(seed);
  const between = (least: number, most: number) =>
    least + Math.floor(random() * (most - least + 1));
  return {
    chance: (probability) => random() < probability,
    between,
    pick: (from) => {
      const picked = from[between(0, from.length - 1)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    weighed: (weights) => {
      const all = Object.entries<number>(weights);
      let rest = random() * all.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of all) {
        rest -= weight;
        if (rest < 0) return name as keyof typeof weights;
      }
      throw new Error('nothing to weigh');
    },
  };
}

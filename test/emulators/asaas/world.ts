import type { VirtualClock } from '../http/clock.ts';
import { createRandom } from '../http/random.ts';
import { civilDate } from '../http/sao-paulo.ts';
import { openAccount, type Account } from './account/account.ts';
import { Ids } from './ids.ts';
import type { AccountSeed, Limits } from './options.ts';

/** Everything that the emulated Asaas remembers. */
export interface World {
  readonly clock: VirtualClock;
  readonly seed: number;
  readonly limits: Limits;
  readonly accounts: Map<string, Account>;
  ids: Ids;
  /** The day up to which due and credit dates have been applied. */
  settledOn: string;
}

export const DEFAULT_LIMITS: Limits = {
  quota: 25_000,
  concurrentGets: 50,
  charges: 100,
  balance: 10,
  statement: 20,
};

export function createWorld(options: {
  clock: VirtualClock;
  seed: number;
  limits: Limits;
  accounts: readonly AccountSeed[];
}): World {
  const world: World = {
    clock: options.clock,
    seed: options.seed,
    limits: options.limits,
    accounts: new Map(),
    ids: new Ids(createRandom(options.seed)),
    settledOn: '',
  };
  for (const seed of options.accounts) world.accounts.set(seed.id, openAccount(seed));
  return world;
}

/** Today in America/Sao_Paulo on the emulator's clock. */
export function today(world: World): string {
  return civilDate(world.clock.now());
}

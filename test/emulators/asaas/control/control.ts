import { settle } from '../charges/settle.ts';
import type { AccountSeed } from '../options.ts';
import type { Pipeline } from '../pipeline.ts';
import type { AsaasControl } from './control.types.ts';
import { payerCommands } from './payer-commands.ts';
import { stateCommands } from './state-commands.ts';

/** Puts the commands of one emulator together. */
export function createControl(pipeline: Pipeline, accounts: readonly AccountSeed[]): AsaasControl {
  const { world, faults, log } = pipeline;
  const { clock } = world;
  return {
    ...stateCommands(pipeline, accounts),
    ...payerCommands(world),
    now: () => clock.now(),
    async advance(ms) {
      await clock.advance(ms);
      settle(world);
    },
    async setTime(time) {
      await clock.set(new Date(time).getTime());
      settle(world);
    },
    freeze: () => clock.freeze(),
    resume: () => clock.resume(),
    addFault: (rule) => faults.add(rule),
    removeFault: (id) => faults.remove(id),
    clearFaults: () => faults.clear(),
    faults: () => faults.states(),
    requests: (filter = {}) => log.find(filter),
    clearRequests: () => log.clear(),
  };
}

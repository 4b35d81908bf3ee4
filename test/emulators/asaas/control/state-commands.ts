import { createRandom } from '../../http/random.ts';
import { openAccount } from '../account/account.ts';
import { recordCharge } from '../charges/record-charge.ts';
import { settle } from '../charges/settle.ts';
import { createCustomer } from '../customers/customers.ts';
import { Ids } from '../ids.ts';
import type { AccountSeed } from '../options.ts';
import type { Pipeline } from '../pipeline.ts';
import type { AsaasControl } from './control.types.ts';
import { accountOf, findCharge } from './find-charge.ts';

type StateCommands = Pick<
  AsaasControl,
  | 'charges'
  | 'charge'
  | 'customers'
  | 'snapshot'
  | 'addAccount'
  | 'changeAccount'
  | 'setKeyEnabled'
  | 'setKeyScopes'
  | 'seedCustomer'
  | 'seedCharge'
  | 'reset'
>;

/** Reading and preparing what the emulated Asaas holds. */
export function stateCommands(pipeline: Pipeline, seeds: readonly AccountSeed[]): StateCommands {
  const { world, faults, log, late } = pipeline;
  const all = () => {
    settle(world);
    return [...world.accounts.values()];
  };
  const keyOf = (id: string) => {
    const key = all()
      .flatMap((account) => account.keys)
      .find((candidate) => candidate.id === id);
    if (key === undefined) throw new Error(`no key ${id}`);
    return key;
  };
  return {
    charges: (reference) =>
      structuredClone(
        all()
          .flatMap(({ charges }) => [...charges.values()])
          .filter((charge) => reference === undefined || charge.externalReference === reference),
      ),
    charge(id) {
      settle(world);
      return structuredClone(findCharge(world, id).charge);
    },
    customers: (reference) =>
      structuredClone(
        all()
          .flatMap(({ customers }) => [...customers.values()])
          .filter((payer) => reference === undefined || payer.externalReference === reference),
      ),
    snapshot: () =>
      structuredClone({
        now: world.clock.now(),
        accounts: all().map((account) => ({
          id: account.id,
          environment: account.environment,
          balance: account.balance,
          requests: account.quota?.count ?? 0,
          customers: [...account.customers.values()],
          notifications: [...account.notifications.values()],
          charges: [...account.charges.values()],
          statement: account.statement,
        })),
      }),
    addAccount: (seed) => void world.accounts.set(seed.id, openAccount(seed)),
    changeAccount: (id, edit) => void Object.assign(accountOf(world, id), edit),
    setKeyEnabled(keyId, enabled) {
      keyOf(keyId).enabled = enabled;
    },
    setKeyScopes(keyId, scopes) {
      keyOf(keyId).scopes = scopes;
    },
    seedCustomer: (accountId, body) =>
      structuredClone(createCustomer(world, accountOf(world, accountId), body)),
    seedCharge(accountId, seed) {
      const account = accountOf(world, accountId);
      const { externalReference = null, description = null, billingType = 'BOLETO' } = seed;
      return structuredClone(
        recordCharge(world, account, {
          ...seed,
          billingType,
          externalReference,
          description,
          terms: account.terms,
          daysAfterDueDateToRegistrationCancellation: null,
          postalService: false,
          keyId: null,
        }),
      );
    },
    reset() {
      for (const cancel of late) cancel();
      late.clear();
      faults.clear();
      log.clear();
      world.accounts.clear();
      for (const seed of seeds) world.accounts.set(seed.id, openAccount(seed));
      world.ids = new Ids(createRandom(world.seed));
    },
  };
}

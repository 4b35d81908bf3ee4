import type { Account } from '../account/account.ts';
import type { ChargeRecord } from '../charges/charge-record.ts';
import type { World } from '../world.ts';

export function accountOf(world: World, id: string): Account {
  const account = world.accounts.get(id);
  if (account === undefined) throw new Error(`no account ${id}`);
  return account;
}

/** A charge of whatever account. */
export function findCharge(world: World, id: string): { account: Account; charge: ChargeRecord } {
  for (const account of world.accounts.values()) {
    const charge = account.charges.get(id);
    if (charge !== undefined) return { account, charge };
  }
  throw new Error(`no charge ${id}`);
}

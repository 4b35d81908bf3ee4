import type { Account, Key } from '../account/account.ts';
import type { ChargeRecord } from '../charges/charge-record.ts';
import { NotFound } from '../failures.ts';
import type { Body } from '../request-body.ts';
import type { World } from '../world.ts';

/** What a route finds in its context besides the path. */
export interface Api {
  Bindings: {
    readonly world: World;
    readonly account: Account;
    readonly key: Key;
    readonly query: URLSearchParams;
    readonly body: Body;
  };
}

/** The account's charge of that id, deleted or not. */
export function chargeOf(account: Account, id: string): ChargeRecord {
  const charge = account.charges.get(id);
  if (charge === undefined) throw new NotFound();
  return charge;
}

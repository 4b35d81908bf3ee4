import type { Cents } from '../billing/money.ts';
import { fail, ok } from '../billing/result.ts';
import { z } from '../schema.ts';
import type { AsaasCall } from './call.ts';
import type { AsaasFailure, AsaasResult } from './client.types.ts';
import { queryOf } from './query.ts';
import { reais } from './values.ts';

const transfersBody = z.object({ data: z.array(z.unknown()) });
const pixKeysBody = z.object({ data: z.array(z.object({ status: z.string() })) });

const balanceBody = z.object({ balance: reais });

/** The key is good but lacks the scope: Asaas names it in the code, whatever the status. */
function lacksScope(failure: AsaasFailure): boolean {
  return 'code' in failure && failure.code === 'insufficient_permission';
}

/** Asks for one transfer, to know whether the key may: a key that only charges should not. */
export async function canTransfer(call: AsaasCall): AsaasResult<boolean> {
  const answer = await call('GET', `/transfers${queryOf({ limit: '1' })}`, transfersBody);
  if (answer.ok) return ok(true);
  return lacksScope(answer.error) ? ok(false) : fail(answer.error);
}

/** Asks for one active Pix key. Without one, a Pix code lasts until 23:59 of the day it was asked for. */
export async function hasPixKey(call: AsaasCall): AsaasResult<boolean | null> {
  const query = queryOf({ status: 'ACTIVE', limit: '1' });
  const answer = await call('GET', `/pix/addressKeys${query}`, pixKeysBody);
  if (answer.ok) return ok(answer.value.data.some(({ status }) => status === 'ACTIVE'));
  return lacksScope(answer.error) ? ok(null) : fail(answer.error);
}

/** What is at hand in the account; null for a key that may not read finances, whatever says so. */
export async function balance(call: AsaasCall): AsaasResult<Cents | null> {
  const answer = await call('GET', '/finance/balance', balanceBody);
  if (answer.ok) return ok(answer.value.balance);
  return answer.error.kind === 'forbidden' ? ok(null) : fail(answer.error);
}

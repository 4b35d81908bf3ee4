import type { AsaasClient } from '../../asaas/client.types.ts';
import { chargeReference } from '../../billing/reference.ts';
import type { Charge } from '../../billing/charge.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import { livenessOf } from '../../billing/status.ts';
import { chargeRow, chargesOf, notFound, putCharge } from '../../ledger/charges.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { asaasFailureView } from '../setup/failures.ts';
import { type Care, recentReadings } from './recent-readings.ts';
import { mayHaveSecond } from './second-reference.ts';

/** The references an invoice's charges may carry: the first, and the one after a refund. */
const FIRST = 1;
const SECOND = 2;

/**
 * Every charge of an invoice, in every known account, under each of its provider's keys. A single search that fails fails the whole: "not
 * found" may only ever be said by Asaas. A charge the ledger knows but the lists do not show is asked
 * for by id, because lists lag and deleted charges leave them. One that Asaas no longer knows by its id
 * either comes back with an unknown status: it may not be charged again as if it had never been.
 *
 * `sparing` asks for the second reference only where the first, or the ledger, leaves room for one
 * (`mayHaveSecond`), or where this worker has not just seen that there is none: the refund that it follows
 * may lie in an account that is known to another installation alone, and then nothing here speaks of it.
 */
export async function locateCharges(
  ports: EnginePorts,
  accounts: readonly AccountSettings[],
  keys: readonly string[],
  invoiceId: string,
  care: Care = 'anew',
): Promise<Result<Charge[], FailureView>> {
  const seenAt = ports.now();
  const { withoutSecond } = recentReadings(ports);
  const place = (account: AccountSettings) => [account.id, ...keys, invoiceId].join(' ');
  const list = (client: AsaasClient, generation: number) =>
    listByReference(client, keys, invoiceId, generation);

  const firsts = [];
  for (const account of accounts) {
    const client = await ports.asaas(account);
    if (!client.ok) return client;
    const [first, second] = await Promise.all([
      list(client.value, FIRST),
      care === 'anew' ? list(client.value, SECOND) : null,
    ]);
    if (!first.ok) return first;
    firsts.push({ account, client: client.value, first: first.value, second });
  }

  const known = await chargesOf(ports.ledger, keys, invoiceId);
  const isLikely = mayHaveSecond([...firsts.flatMap(({ first }) => first), ...known]);
  const found: Charge[] = [];
  for (const { account, client, first, second: asked } of firsts) {
    const isNeeded = isLikely || withoutSecond.get(place(account), seenAt) === null;
    const second = asked ?? (isNeeded ? await list(client, SECOND) : null);
    if (second?.ok === false) return second;
    if (second?.value.length === 0) withoutSecond.put(place(account), true, seenAt);
    const listed = [...first, ...(second?.value ?? [])];
    const missing = await readMissing(ports, client, account, keys, invoiceId, listed);
    if (!missing.ok) return missing;
    found.push(...listed, ...missing.value);
  }
  await keepFound(ports, keys, invoiceId, found, seenAt);
  return ok(found);
}

/** Keeps charges of one invoice that were read, and tells of them. `seenAt`: when they were asked for, ms. */
export async function keepFound(
  ports: EnginePorts,
  [providerKey]: readonly string[],
  invoiceId: string,
  found: readonly Charge[],
  seenAt: number,
): Promise<void> {
  for (const charge of found) {
    const row = chargeRow(charge, seenAt);
    if (row) await putCharge(ports.ledger, row, ports.now());
  }
  if (found.length > 0 && providerKey !== undefined) {
    ports.events.changed({ providerKey, invoiceId });
  }
}

async function listByReference(
  client: AsaasClient,
  keys: readonly string[],
  invoiceId: string,
  generation: number,
): Promise<Result<Charge[], FailureView>> {
  const answers = await Promise.all(
    keys.map((key) =>
      client.listCharges(
        { externalReference: chargeReference(key, invoiceId, generation) },
        { offset: 0, limit: 100 },
      ),
    ),
  );
  const charges: Charge[] = [];
  for (const answer of answers) {
    if (!answer.ok) return fail(asaasFailureView(answer.error));
    charges.push(...answer.value.items);
  }
  return ok(charges);
}

async function readMissing(
  ports: EnginePorts,
  client: AsaasClient,
  account: AccountSettings,
  keys: readonly string[],
  invoiceId: string,
  listed: readonly Charge[],
): Promise<Result<Charge[], FailureView>> {
  const shown = new Set(listed.map((charge) => charge.id));
  const known = await chargesOf(ports.ledger, keys, invoiceId);
  const charges: Charge[] = [];
  for (const row of known) {
    if (row.accountId !== account.id || shown.has(row.id)) continue;
    // One that is over may stand again: restored, or back where a person had found nothing.
    const isOver = livenessOf(row) === 'deleted';
    const answer = await client.getCharge(row.id);
    if (answer.ok) charges.push(answer.value);
    else if (answer.error.kind !== 'not-found') return fail(asaasFailureView(answer.error));
    else if (!isOver) charges.push(notFound(row));
  }
  return ok(charges);
}

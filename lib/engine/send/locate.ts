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

/** The references an invoice's charges may carry: the first, and the one after a refund. */
const GENERATIONS = [1, 2];

/**
 * Every charge of an invoice, in every known account, under each of its provider's keys. A single search that fails fails the whole: "not
 * found" may only ever be said by Asaas. A charge the ledger knows but the lists do not show is asked
 * for by id, because lists lag and deleted charges leave them. One that Asaas no longer knows by its id
 * either comes back with an unknown status: it may not be charged again as if it had never been.
 */
export async function locateCharges(
  ports: EnginePorts,
  accounts: readonly AccountSettings[],
  keys: readonly string[],
  invoiceId: string,
): Promise<Result<Charge[], FailureView>> {
  const found: Charge[] = [];
  const seenAt = ports.now();
  for (const account of accounts) {
    const client = await ports.asaas(account);
    if (!client.ok) return client;
    const listed = await listByReference(client.value, keys, invoiceId);
    if (!listed.ok) return listed;
    const missing = await readMissing(ports, client.value, account, keys, invoiceId, listed.value);
    if (!missing.ok) return missing;
    found.push(...listed.value, ...missing.value);
  }
  for (const charge of found) {
    const row = chargeRow(charge, seenAt);
    if (row) await putCharge(ports.ledger, row, ports.now());
  }
  const [providerKey] = keys;
  if (found.length > 0 && providerKey !== undefined) {
    ports.events.changed({ providerKey, invoiceId });
  }
  return ok(found);
}

async function listByReference(
  client: AsaasClient,
  keys: readonly string[],
  invoiceId: string,
): Promise<Result<Charge[], FailureView>> {
  const answers = await Promise.all(
    keys.flatMap((key) =>
      GENERATIONS.map((generation) =>
        client.listCharges(
          { externalReference: chargeReference(key, invoiceId, generation) },
          { offset: 0, limit: 100 },
        ),
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

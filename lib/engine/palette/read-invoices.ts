import { ok, type Result } from '../../billing/result.ts';
import type { Invoice } from '../../billing/invoice.ts';
import type { IxcFailure } from '../../ixc/webservice/client.types.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import { putInvoices } from '../../ledger/invoices.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { ixcFailureView } from '../setup/failures.ts';
import { isFresh, PATIENCE } from './freshness.ts';

/**
 * Asks IXC for these invoices of one panel again, unless that was just done, and keeps the answer: the
 * counter may have received one since. What cannot be read in time stays as it was; gives why.
 */
export async function readInvoicesAgain(
  ports: EnginePorts,
  origin: string,
  ids: readonly string[],
): Promise<FailureView | null> {
  const old = await notFresh(ports, origin, ids);
  if (old.length === 0) return null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<FailureView>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, { code: 'ixc-timeout' });
  });
  const read = readNow(ports, origin, old).catch((): FailureView => ({ code: 'ixc-network' }));
  const failure = await Promise.race([read, late]);
  clearTimeout(timer);
  return failure;
}

async function notFresh(
  { ledger, now }: { readonly ledger: LedgerDatabase; readonly now: () => number },
  origin: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const known = await ledger.invoices.bulkGet(ids.map((id): [string, string] => [origin, id]));
  return ids.filter((_id, at) => !isFresh(known[at]?.readAt, now()));
}

async function readNow(
  ports: EnginePorts,
  origin: string,
  ids: readonly string[],
): Promise<FailureView | null> {
  const reader = await ports.ixc(origin);
  if (!reader.ok) return reader.error;
  if (reader.value.source === 'hand') return { code: 'ixc-by-hand' };
  const { client } = reader.value;
  const readAt = ports.now();
  const [only, ...others] = ids;
  const read: Result<readonly Invoice[], IxcFailure> =
    only !== undefined && others.length === 0
      ? await one(client.invoice(only))
      : await client.invoices(ids);
  if (!read.ok) return ixcFailureView(read.error);
  const rows = read.value.map((invoice) => ({ ...invoice, origin, readAt }));
  await putInvoices(ports.ledger, rows, ports.now());
  return null;
}

async function one(
  asked: Promise<Result<Invoice | null, IxcFailure>>,
): Promise<Result<readonly Invoice[], IxcFailure>> {
  const read = await asked;
  return read.ok ? ok(read.value === null ? [] : [read.value]) : read;
}

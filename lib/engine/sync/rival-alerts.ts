import { type Rivalry, rivalryOf } from '../../billing/rival-charges.ts';
import { raiseAlert, withdrawAlert } from '../../ledger/alerts.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import { isAboutPayer } from '../outbox/about-payer.ts';
import { isFollowing } from '../outbox/desk/followed-refund.ts';
import type { EnginePorts } from '../ports.ts';

const KINDS = ['paid-twice', 'several-live'] as const satisfies readonly Rivalry['kind'][];

/**
 * Tells a person that an invoice has more charges than it should, with the one to keep where the facts say
 * which; takes it back once it is over. A job that sees to it tells by itself how it ended.
 */
export async function rivalAlerts(
  ports: EnginePorts,
  row: ChargeRow,
  keys: readonly string[],
  all: readonly ChargeRow[],
): Promise<void> {
  const { ledger } = ports;
  const found = rivalryOf(all);
  const { accountId, invoiceId } = all.find(({ id }) => id === found?.chargeIds[0]) ?? row;
  const providerKey = keys[0] ?? row.providerKey;
  const subject = `${providerKey}:${invoiceId}`;
  for (const kind of KINDS) {
    if (kind === found?.kind) continue;
    for (const account of new Set(all.map((charge) => charge.accountId))) {
      await withdrawAlert(ledger, { kind, accountId: account, subject });
    }
  }
  if (!found || (found.kind === 'several-live' && (await isSeenTo(ports, keys, invoiceId)))) return;
  const detail = { ...(found.keep === null ? {} : { keep: found.keep }) };
  const about = { accountId, providerKey, invoiceId, chargeIds: found.chargeIds, subject };
  await raiseAlert(ledger, { kind: found.kind, ...about, detail }, ports.now());
}

async function isSeenTo(
  { ledger }: EnginePorts,
  keys: readonly string[],
  invoiceId: string,
): Promise<boolean> {
  const jobs = await ledger.jobs
    .where('[providerKey+invoiceId]')
    .anyOf(keys.map((key): [string, string] => [key, invoiceId]))
    .toArray();
  return jobs.some((job) => job.activeKey !== undefined && !isAboutPayer(job) && !isFollowing(job));
}

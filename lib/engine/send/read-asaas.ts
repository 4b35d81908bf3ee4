import type { AsaasClient } from '../../asaas/client.types.ts';
import type { Charge } from '../../billing/charge.ts';
import type { AgreedDate } from '../../billing/edit/agreed-date.ts';
import type { DueWindow } from '../../billing/plan/lookalikes.ts';
import { ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { agreedDates } from './agreed-dates.ts';
import { madeWithAccrued } from './made-with-accrued.ts';
import type { IxcReading } from './read-ixc.ts';
import { type PayerReading, readPayers } from './read-payers.ts';
import type { Care } from './recent-readings.ts';
import { referencedCharges } from './referenced.ts';

/** What Asaas says of one invoice: its charges in every account, its predecessors', its payers. */
export interface AsaasReading extends PayerReading {
  readonly referenced: readonly Charge[];
  readonly madeWithAccrued: ReadonlyMap<string, boolean>;
  readonly agreed: ReadonlyMap<string, AgreedDate>;
  readonly predecessors: readonly Charge[];
}

/** Where and how it is read. */
export interface AsaasScope {
  /** Those that may hold a charge of the invoice, the charging one among them. */
  readonly accounts: readonly AccountSettings[];
  /** The one that charges, and its client. */
  readonly account: AccountSettings;
  readonly client: AsaasClient;
  readonly keys: readonly string[];
  readonly windows: readonly DueWindow[];
  /** The payer that the operator chose. */
  readonly payerId: string | undefined;
  readonly care: Care;
}

/** Reads all of it, or says why not. */
export async function readAsaas(
  ports: EnginePorts,
  { invoice, customer, predecessors }: IxcReading,
  scope: AsaasScope,
): Promise<Result<AsaasReading, FailureView>> {
  const { accounts, keys, care } = scope;
  const own = referencedCharges(ports, accounts, keys, invoice.id, care);
  const [referenced, payers] = await Promise.all([own, readPayers(ports, customer, scope, own)]);
  if (!referenced.ok) return referenced;
  if (!payers.ok) return payers;
  const charges: Charge[] = [];
  for (const { id } of predecessors) {
    const answer = await referencedCharges(ports, accounts, keys, id);
    if (!answer.ok) return answer;
    charges.push(...answer.value);
  }
  const pairs = keys.map((key): [string, string] => [key, invoice.id]);
  const jobs = await ports.ledger.jobs.where('[providerKey+invoiceId]').anyOf(pairs).toArray();
  return ok({
    referenced: referenced.value,
    madeWithAccrued: madeWithAccrued(jobs, referenced.value),
    agreed: agreedDates(jobs, referenced.value),
    predecessors: charges,
    ...payers.value,
  });
}

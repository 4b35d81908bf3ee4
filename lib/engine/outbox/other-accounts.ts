import type { Charge } from '../../billing/charge.ts';
import { chargesOf } from '../../ledger/charges.ts';
import type { Result } from '../../billing/result.ts';
import type { JobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AccountSettings, Settings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { jobKeys } from './job-keys.ts';

export interface Elsewhere {
  readonly charges: readonly Charge[];
  /** Accounts that could not be read now: of theirs, only what was seen before is known. */
  readonly unread: readonly string[];
}

/**
 * The charges of a job's invoice in the other accounts of its environment: another installation may route
 * the invoice to one of them. An account that cannot be read (no key, refused, Asaas in trouble) fails
 * nothing here, or one account would keep every job of another from ending: it is asked again at the next
 * verification, and a charge that a sweep finds there later has the job verified once more. `read` keeps what
 * it finds in the ledger.
 */
export async function chargesElsewhere(
  ports: EnginePorts,
  settings: Pick<Settings, 'accounts' | 'panels'>,
  job: JobRow,
  read: (account: AccountSettings) => Promise<Result<readonly Charge[], FailureView>>,
): Promise<Elsewhere> {
  const keys = jobKeys(settings, job);
  const unread: string[] = [];
  for (const account of settings.accounts) {
    if (account.environment !== job.environment || account.id === job.accountId) continue;
    const located = await read(account);
    if (!located.ok) unread.push(account.id);
  }
  // What was just read is in the ledger, beside what was last seen in accounts that were not.
  const known = await chargesOf(ports.ledger, keys, job.invoiceId, job.environment);
  return { charges: known.filter(({ accountId }) => accountId !== job.accountId), unread };
}

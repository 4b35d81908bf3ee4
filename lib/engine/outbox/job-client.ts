import type { AsaasClient } from '../../asaas/client.types.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { JobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AccountSettings, Settings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';

export interface JobClient {
  readonly settings: Settings;
  readonly account: AccountSettings;
  readonly client: AsaasClient;
}

/** The client of the job's own account, the only one that it runs under; or why there is none now. */
export async function jobClient(
  ports: EnginePorts,
  { accountId }: Pick<JobRow, 'accountId'>,
): Promise<Result<JobClient, FailureView>> {
  const settings = await ports.readSettings();
  const account = settings.accounts.find(({ id }) => id === accountId);
  if (!account) return fail({ code: 'no-account' });
  const client = await ports.asaas(account);
  return client.ok ? ok({ settings, account, client: client.value }) : client;
}

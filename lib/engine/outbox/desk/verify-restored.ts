import { standingCharges } from '../../../billing/standing.ts';
import { raiseAlert } from '../../../ledger/alerts.ts';
import type { ActJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { AccountSettings, Settings } from '../../../settings/settings.ts';
import type { EnginePorts } from '../../ports.ts';
import { locateCharges } from '../../send/locate.ts';
import { jobKeys } from '../job-keys.ts';
import { chargesElsewhere } from '../other-accounts.ts';
import { VERIFICATIONS } from '../schedule.ts';
import { block } from '../stopping.ts';
import { release } from '../store.ts';
import { actDone, laterAct } from './act-ends.ts';

/**
 * Looks at the invoice again: at once, after one and after ten minutes, because another browser may have
 * sent it meanwhile. Whoever made the other charge takes it back, since the restored one is older; where
 * two still stand at the end, a person is told. This job takes nothing back.
 */
export async function verifyRestored(
  ports: EnginePorts,
  job: ActJobRow,
  { settings, account }: { readonly settings: Settings; readonly account: AccountSettings },
): Promise<JobRow | null> {
  const keys = jobKeys(settings, job);
  const locate = (where: AccountSettings) => locateCharges(ports, [where], keys, job.invoiceId);
  const located = await locate(account);
  if (!located.ok) return laterAct(ports, job, located.error);
  const elsewhere = await chargesElsewhere(ports, settings, job, locate);
  const standing = standingCharges([...located.value, ...elsewhere.charges]);
  const passed = job.verifications + 1;
  const wait = VERIFICATIONS[passed];
  if (wait !== undefined) {
    const since = wait - (VERIFICATIONS[job.verifications] ?? 0);
    const nextAt = ports.now() + since;
    const verified = { state: 'verified', verifications: passed, failure: null, tries: 0 } as const;
    return release<ActJobRow>(ports, job, { ...verified, nextAt });
  }
  if (standing.length < 2) return actDone(ports, job);
  const { accountId, providerKey, invoiceId } = job;
  const chargeIds = standing.map(({ id }) => id);
  const about = {
    accountId,
    providerKey,
    invoiceId,
    chargeIds,
    subject: `${providerKey}:${invoiceId}`,
  };
  await raiseAlert(ports.ledger, { kind: 'several-live', ...about, detail: {} }, ports.now());
  return block(ports, job, [{ code: 'several-live' }]);
}

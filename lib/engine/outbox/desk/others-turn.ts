import type { ActJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { Settings } from '../../../settings/settings.ts';
import type { EnginePorts } from '../../ports.ts';
import { isAboutPayer } from '../about-payer.ts';
import { jobKeys } from '../job-keys.ts';

/** States in which a sending may still make a charge, or a change still alter one. */
const BEFORE_ANSWER: ReadonlySet<JobRow['state']> = new Set([
  'queued',
  'locating',
  'intent',
  'waiting',
  'unknown',
]);

/**
 * Whether something else is being asked of Asaas for the invoice, that the act must see the end of. What the
 * counter did waits for the act, and not the other way round.
 */
export async function isOthersTurn(
  { ledger }: Pick<EnginePorts, 'ledger'>,
  settings: Settings,
  job: Pick<ActJobRow, 'id' | 'origin' | 'providerKey' | 'invoiceId' | 'environment'>,
): Promise<boolean> {
  const pairs = jobKeys(settings, job).map((key): [string, string] => [key, job.invoiceId]);
  const jobs = await ledger.jobs.where('[providerKey+invoiceId]').anyOf(pairs).toArray();
  return jobs.some(
    (each) =>
      each.id !== job.id &&
      each.environment === job.environment &&
      each.activeKey !== undefined &&
      BEFORE_ANSWER.has(each.state) &&
      each.kind !== 'counter' &&
      each.kind !== 'act' &&
      !isAboutPayer(each),
  );
}

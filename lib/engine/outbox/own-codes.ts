import type { JobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';

/**
 * The codes of this installation's own requests for the job's invoice in its account: those of the job, and
 * those of earlier ones that were given up or settled, whose charge may turn up long after. What an
 * installation made that this one took the place of is not among them.
 */
export async function ownCodes(
  { ledger, installationId }: Pick<EnginePorts, 'ledger' | 'installationId'>,
  { accountId, providerKey, invoiceId }: JobRow,
): Promise<ReadonlySet<string>> {
  const jobs = await ledger.jobs
    .where('[providerKey+invoiceId]')
    .equals([providerKey, invoiceId])
    .toArray();
  const attempts = jobs
    .filter((job) => job.kind === 'create' && job.accountId === accountId)
    .flatMap((job) => job.attempts);
  const own = attempts.filter((each) => each.installationId === installationId);
  return new Set(own.flatMap(({ code }) => (code === '' ? [] : [code])));
}

import { attemptCodeOf } from '../../billing/attempt-code.ts';
import type { Charge } from '../../billing/charge.ts';
import type { JobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';

/**
 * The codes of this installation's own requests for the job's invoice in its account: those of the job, and
 * those of earlier ones that were given up or settled, whose charge may turn up long after. What an
 * installation made that this one took the place of is not among them, nor what a file says.
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
    .filter((job) => job.kind === 'create' && job.accountId === accountId && !job.imported)
    .flatMap((job) => job.attempts);
  const own = attempts.filter((each) => each.installationId === installationId);
  return new Set(own.flatMap(({ code }) => (code === '' ? [] : [code])));
}

/** Whether this installation made a charge of the job's invoice: only then may it take it back by itself. */
export async function isOwnCharge(
  ports: Pick<EnginePorts, 'ledger' | 'installationId'>,
  job: JobRow,
  { description }: Pick<Charge, 'description'>,
): Promise<boolean> {
  return (await ownCodes(ports, job)).has(attemptCodeOf(description) ?? '');
}

/** Whether a job is this installation's work, and not of a file nor of one whose place it took. */
export function isOwnJob({ installationId }: Pick<EnginePorts, 'installationId'>, job: JobRow) {
  const isMade = ({ attempts }: JobRow) =>
    attempts.length === 0 || attempts.some((each) => each.installationId === installationId);
  return !job.imported && isMade(job);
}

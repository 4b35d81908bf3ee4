import { attemptCodeOf } from '../../billing/attempt-code.ts';
import type { Charge } from '../../billing/charge.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';

/**
 * Which of an invoice's charges were made by this installation, by charge id: true where the value that
 * was asked for contains accrued fine and interest. The attempt code says which job made a charge.
 */
export async function madeWithAccrued(
  ledger: LedgerDatabase,
  keys: readonly string[],
  invoiceId: string,
  charges: readonly Charge[],
): Promise<ReadonlyMap<string, boolean>> {
  const jobs = await ledger.jobs
    .where('[providerKey+invoiceId]')
    .anyOf(keys.map((key): [string, string] => [key, invoiceId]))
    .toArray();
  const made = new Map<string, boolean>();
  for (const { id, description } of charges) {
    const code = attemptCodeOf(description);
    const maker = jobs.find((job) => job.attempts.some((attempt) => attempt.code === code));
    if (maker?.kind === 'create' && maker.draft !== null) {
      made.set(id, maker.draft.containsAccrued);
    }
  }
  return made;
}

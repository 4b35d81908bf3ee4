import { attemptCodeOf } from '../../billing/attempt-code.ts';
import type { Charge } from '../../billing/charge.ts';
import type { JobRow } from '../../ledger/rows.ts';
import { newestEdit } from '../outbox/edit-made.ts';

/**
 * Of an invoice's charges that this installation made, or gave the value that they have: true where that
 * contains accrued fine and interest, by charge id. The attempt code says which job made a charge.
 */
export function madeWithAccrued(
  jobs: readonly JobRow[],
  charges: readonly Charge[],
): ReadonlyMap<string, boolean> {
  const made = new Map<string, boolean>();
  for (const charge of charges) {
    const code = attemptCodeOf(charge.description);
    const maker = jobs.find((job) => job.attempts.some((attempt) => attempt.code === code));
    if (maker?.kind === 'create' && maker.draft !== null) {
      made.set(charge.id, maker.draft.containsAccrued);
    }
    const valued = newestEdit(jobs, charge, ({ edit }) => edit.value?.to === charge.value);
    if (valued) made.set(charge.id, valued.edit.containsAccrued);
  }
  return made;
}

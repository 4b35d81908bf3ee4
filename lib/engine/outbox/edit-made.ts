import type { EditJobRow } from '../../ledger/desk-rows.ts';
import type { JobRow } from '../../ledger/rows.ts';
import { mayHaveChanged } from './store.ts';

/**
 * The newest change of a charge that a person asked for and Asaas was asked for: also one whose answer was
 * lost, since the charge itself tells whether it was carried out. What a file says was done is not relied on.
 */
export function newestEdit(
  jobs: readonly JobRow[],
  { id }: { readonly id: string },
  isMeant: (job: EditJobRow) => boolean,
): EditJobRow | null {
  const made = jobs.filter(
    (job): job is EditJobRow =>
      job.kind === 'edit' &&
      !job.imported &&
      job.targetId === id &&
      (job.state === 'done' || job.attempts.some(mayHaveChanged)) &&
      isMeant(job),
  );
  return made.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null;
}

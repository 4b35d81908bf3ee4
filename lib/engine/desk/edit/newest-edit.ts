import type { EditJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';

/** A change that is over is told in the drawer for this long. ms. */
const TOLD = 60 * 60_000;

/** What a person had changed on the charge last: whatever of it is not over, stopped, or was over just now. */
export function toldEdit(
  jobs: readonly JobRow[],
  chargeId: string,
  now: number,
): EditJobRow | null {
  const asked = jobs.filter(
    (job): job is EditJobRow => job.kind === 'edit' && !job.imported && job.targetId === chargeId,
  );
  const newest = asked.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null;
  if (newest === null) return null;
  const isTold = newest.activeKey !== undefined || now - newest.createdAt < TOLD;
  return isTold || newest.state === 'blocked' ? newest : null;
}

import type { NoticesJobRow } from '../../../ledger/notice-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { EnginePorts } from '../../ports.ts';

/**
 * Whether something else was asked for since of what this payer is told, for it alone or for all payers of the
 * account: the older wish is nobody's any more, and what it would switch on or off is what that one decided.
 */
export async function isOutdone(
  { ledger }: Pick<EnginePorts, 'ledger'>,
  { id, accountId, targetId, createdAt }: NoticesJobRow,
): Promise<boolean> {
  const newer = await ledger.jobs
    .where({ accountId })
    .and((job) => job.id !== id && saidAt(job) >= createdAt && job.imported !== true)
    .and((job) => {
      if (job.kind === 'notices') return job.targetId === targetId && job.state !== 'cancelled';
      return job.kind === 'notices-run' && job.phase === 'changing';
    })
    .count();
  return newer > 0;
}

/** A standardisation may have been listed for long before it was confirmed. */
function saidAt(job: JobRow): number {
  return job.kind === 'notices-run' ? (job.confirmedAt ?? job.createdAt) : job.createdAt;
}

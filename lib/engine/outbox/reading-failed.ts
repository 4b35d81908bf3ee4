import type { AskedJobRow, JobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { postpone } from './outcome.ts';
import { blockWith } from './stopping.ts';

/**
 * The facts could not be read again before the request. What was typed by hand counts for ten minutes and
 * no longer, whatever else is under way: only a person can type it again.
 */
export function readingFailed(
  ports: EnginePorts,
  job: JobRow & Pick<AskedJobRow, 'source'>,
  failure: FailureView,
): Promise<null> {
  return job.source === 'hand' && failure.code === 'ixc-by-hand'
    ? blockWith(ports, job, { code: 'typed-expired' })
    : postpone(ports, job, failure);
}

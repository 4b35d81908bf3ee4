import { fail, ok, type Result } from '../../../billing/result.ts';
import type { ActJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { EnginePorts } from '../../ports.ts';
import { watchedRequest } from '../quarantine.ts';
import { settleWatched, type Settlement } from '../settle-watched.ts';
import { lookFor } from './act-watch.ts';

/**
 * A person says that the act's request did nothing: see `settleWatched`. Where it is not found the job ends,
 * so that the act may be asked for again.
 */
export function settleAct(
  ports: EnginePorts,
  id: string,
): Promise<Result<Settlement, FailureView>> {
  return settleWatched(ports, id, { isSettleable, look: (job) => lookForAct(ports, job) });
}

async function lookForAct(
  ports: EnginePorts,
  job: ActJobRow,
): Promise<Result<ActJobRow | null, FailureView>> {
  const seen = await lookFor(ports, job);
  if (seen === 'absent') return ok(null);
  return 'failure' in seen ? fail(seen.failure) : ok(await seen.found());
}

function isSettleable(job: JobRow | null | undefined): job is ActJobRow {
  const isWatched = job?.state === 'blocked' && job.activeKey !== undefined;
  return isWatched && job.kind === 'act' && watchedRequest(job) !== null;
}

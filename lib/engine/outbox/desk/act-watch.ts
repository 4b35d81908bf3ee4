import type { ActJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { EnginePorts } from '../../ports.ts';
import { asaasFailureView } from '../../setup/failures.ts';
import { readTarget } from '../counter-sides.ts';
import { jobClient } from '../job-client.ts';
import { answered } from '../quarantine.ts';
import { pauseAfter, WATCH_GAP } from '../schedule.ts';
import { keepWatching } from '../stopping.ts';
import { advance } from '../store.ts';
import type { FailureView } from '../../../messages/failure.ts';
import { isReached } from './act-ends.ts';
import { foundRefund, ownRefund } from './refund.ts';

/** A person was asked to look. What was asked for may still turn up, and is never asked for again. */
export async function watchAct(ports: EnginePorts, job: ActJobRow): Promise<JobRow | null> {
  const seen = await lookFor(ports, job);
  if (seen === 'absent') return keepWatching(ports, job);
  if ('failure' in seen) return keepWatching(ports, job, pauseAfter(seen.failure, WATCH_GAP));
  return seen.found();
}

export type Sight =
  | 'absent'
  | { readonly failure: FailureView }
  /** What was asked for was carried out: `found` has it confirmed like any other. */
  | { readonly found: () => Promise<ActJobRow> };

/** Looks once whether the job's request, of which nobody knows the outcome, was carried out. */
export async function lookFor(ports: EnginePorts, job: ActJobRow): Promise<Sight> {
  const own = await jobClient(ports, job);
  if (!own.ok) return { failure: own.error };
  const { client } = own.value;
  const target = await readTarget(ports, client, job);
  if (!target.ok) return { failure: target.error };
  if (job.act.kind === 'refund') {
    const refunds = await client.refunds(job.targetId);
    if (!refunds.ok) return { failure: asaasFailureView(refunds.error) };
    const refund = ownRefund(job, refunds.value);
    return refund === null ? 'absent' : { found: () => foundRefund(ports, job, refund) };
  }
  const { charge } = target.value;
  if (charge === null || !isReached(job.act, charge)) return 'absent';
  const attempts = answered(job.attempts);
  const confirmed = {
    state: 'created',
    attempts,
    chargeId: charge.id,
    failure: null,
    tries: 0,
  } as const;
  return { found: () => advance<ActJobRow>(ports, job, confirmed) };
}

import type { PayerJobRow } from '../../../ledger/desk-rows.ts';
import type { CreateJobRow, JobRow } from '../../../ledger/rows.ts';
import type { EnginePorts } from '../../ports.ts';
import { finish, release } from '../store.ts';

/** Between two looks at the sending: soon at first, rarer the longer it takes. ms. */
const SHORTEST_GAP = 5000;
const LONGEST_GAP = 15 * 60_000;

/**
 * Whether an update may go on. One beside a sending does once that has charged this very payer, and waits for
 * it until then. It ends without a request where that will not be: the sending was called off or stopped,
 * charged another record, or found what somebody else had charged meanwhile and sent nothing.
 */
export async function hasItsCharge(ports: EnginePorts, job: PayerJobRow): Promise<boolean> {
  if (job.beside === undefined) return true;
  const creation = await ports.ledger.jobs.get(job.beside);
  if (creation?.kind !== 'create' || willHaveNone(creation) || isOfAnother(creation, job)) {
    const detail = { payer: job.payerId };
    const line = { action: 'job.cancelled', detail } as const;
    await finish(ports, job, { state: 'cancelled', failure: null }, line);
    return false;
  }
  if (creation.chargeId !== null) return true;
  const age = ports.now() - job.createdAt;
  const nextAt = ports.now() + Math.min(Math.max(age / 4, SHORTEST_GAP), LONGEST_GAP);
  await release<PayerJobRow>(ports, job, { state: 'waiting', nextAt });
  return false;
}

/** A sending notes its payer with the intent to charge it, so that one without has charged nobody. */
function isOfAnother({ chargeId, payerId }: CreateJobRow, job: PayerJobRow): boolean {
  return chargeId !== null && payerId !== job.payerId;
}

function willHaveNone({ state, activeKey, chargeId, cancelAskedAt }: JobRow): boolean {
  if (state === 'cancelled' || cancelAskedAt !== undefined) return true;
  return activeKey === undefined && chargeId === null;
}

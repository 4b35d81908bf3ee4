import type { Charge } from '../../../billing/charge.ts';
import { putCharge, settledMissing } from '../../../ledger/charges.ts';
import type { ActJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { EnginePorts } from '../../ports.ts';
import { readTarget } from '../counter-sides.ts';
import { jobClient } from '../job-client.ts';
import { MIN_GAP } from '../quarantine.ts';
import { blockWith } from '../stopping.ts';
import { release } from '../store.ts';
import { actDone, isReached, laterAct } from './act-ends.ts';
import { followRefund } from './refund.ts';
import { verifyRestored } from './verify-restored.ts';

/** Asaas's own word after the request, not the answer to it, ends the job. */
export async function confirmAct(ports: EnginePorts, job: ActJobRow): Promise<JobRow | null> {
  const own = await jobClient(ports, job);
  if (!own.ok) return laterAct(ports, job, own.error);
  const { settings, account, client } = own.value;
  const target = await readTarget(ports, client, job);
  if (!target.ok) return laterAct(ports, job, target.error);
  const { charge, row } = target.value;
  if (charge === null) {
    if (job.act.kind !== 'cancel') return blockWith(ports, job, { code: 'check-in-asaas' });
    if (row) await putCharge(ports.ledger, settledMissing(row, row.seenAt), ports.now());
    return actDone(ports, job);
  }
  switch (job.act.kind) {
    case 'refund':
      return followRefund(ports, job, client);
    case 'bank-slip-refund':
      // The page is on disk; what the payer does there is told by the charge's own status.
      return actDone(ports, job);
    case 'undo-receive-in-cash':
    case 'restore':
      if (isReached(job.act, charge)) return verifyRestored(ports, job, { settings, account });
      return job.state === 'verified' ? standsNoMore(ports, job, charge) : notYet(ports, job);
    case 'cancel':
      return isReached(job.act, charge) ? actDone(ports, job) : notYet(ports, job);
  }
}

/**
 * It stood, and was cancelled or received since: nothing of it can stand beside another one. Whoever made it
 * payable again believes that it is, and hears where a deletion took that back.
 */
function standsNoMore(ports: EnginePorts, job: ActJobRow, { deleted }: Charge): Promise<null> {
  return deleted ? blockWith(ports, job, { code: 'stands-no-more' }) : actDone(ports, job);
}

/** Asaas took it and shows the charge as it was: an old answer, or somebody undid it. */
function notYet(ports: EnginePorts, job: ActJobRow): Promise<null> {
  const since = ports.clock.now() - (job.attempts.at(-1)?.at ?? 0);
  return since < 2 * MIN_GAP
    ? release<ActJobRow>(ports, job, { nextAt: ports.now() + MIN_GAP })
    : blockWith(ports, job, { code: 'check-in-asaas' });
}

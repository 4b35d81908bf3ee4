import type { AdoptionRow } from '../../../ledger/adoption-rows.ts';
import type { AdoptJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { EnginePorts } from '../../ports.ts';
import { activeKey } from '../active-key.ts';
import { blank, enqueue } from '../enqueue.ts';

/**
 * Writes the intent to link one charge, or to undo it, under the key of the invoice's sending: the two
 * exclude each other. The job of the same confirmation comes back where there is one, over or not, so that
 * a death in between makes no second; null where something else is under way on the invoice.
 */
export async function enqueueAdopt(
  ports: EnginePorts,
  row: AdoptionRow,
  step: AdoptJobRow['step'],
): Promise<AdoptJobRow | null> {
  const {
    id: targetId,
    accountId,
    environment,
    origin,
    providerKey,
    payerId,
    value,
    dueDate,
  } = row;
  const [invoiceId] = row.invoiceIds;
  const { linkedAt } = row;
  const batch = step === 'link' ? row.batch : row.undo;
  if (invoiceId === undefined || batch === null) return null;
  const isIt = (job: JobRow): job is AdoptJobRow =>
    job.kind === 'adopt' && job.targetId === targetId && job.batch === batch && job.step === step;
  const known = await ports.ledger.jobs
    .where('[providerKey+invoiceId]')
    .equals([providerKey, invoiceId])
    .toArray();
  const made = known.find(isIt);
  if (made) return made;
  const job: AdoptJobRow = {
    ...blank(ports),
    kind: 'adopt',
    activeKey: activeKey(environment, providerKey, invoiceId),
    ...{ accountId, environment, origin, providerKey, invoiceId },
    ...{ step, targetId, payerId, value, dueDate, batch, linkedAt },
  };
  const written = await enqueue(ports, job, 'job.adopt-queued', { charge: targetId, step, batch });
  return isIt(written) ? written : null;
}

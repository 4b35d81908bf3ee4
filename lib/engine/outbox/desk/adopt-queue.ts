import type { AdoptionRow } from '../../../ledger/adoption-rows.ts';
import type { AdoptJobRow } from '../../../ledger/desk-rows.ts';
import type { EnginePorts } from '../../ports.ts';
import { activeKey } from '../active-key.ts';
import { blank, enqueue } from '../enqueue.ts';

/** The row is no longer what was confirmed. */
class Withdrawn extends Error {}

/**
 * Writes the intent to link one charge, or to undo it, under the key of the invoice's sending: the two
 * exclude each other. The row says so in the same transaction, so that whoever halts finds either what is
 * still asked for or its job. `withdrawn`: the row is another one by now, and nothing was written; `busy`:
 * something else is under way on the invoice.
 */
export async function enqueueAdopt(
  ports: EnginePorts,
  row: AdoptionRow,
  step: AdoptJobRow['step'],
): Promise<'queued' | 'busy' | 'withdrawn'> {
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
  const batch = batchOf(row, step);
  if (invoiceId === undefined || batch === null) return 'busy';
  const job: AdoptJobRow = {
    ...blank(ports),
    kind: 'adopt',
    activeKey: activeKey(environment, providerKey, invoiceId),
    ...{ accountId, environment, origin, providerKey, invoiceId },
    ...{ step, targetId, payerId, value, dueDate, batch, linkedAt },
  };
  const { adoptions } = ports.ledger;
  const begin = async (same: AdoptJobRow): Promise<AdoptJobRow> => {
    const current = await adoptions.get(targetId);
    if (current?.stage !== row.stage || batchOf(current, step) !== batch) throw new Withdrawn();
    const stage = step === 'link' ? 'linking' : 'undoing';
    await adoptions.put({ ...current, stage, jobId: same.id });
    return same;
  };
  const detail = { charge: targetId, step, batch };
  try {
    const written = await enqueue(ports, job, 'job.adopt-queued', detail, begin, ['adoptions']);
    return written.id === job.id ? 'queued' : 'busy';
  } catch (reason) {
    if (reason instanceof Withdrawn) return 'withdrawn';
    throw reason;
  }
}

function batchOf({ batch, undo }: AdoptionRow, step: AdoptJobRow['step']): string | null {
  return step === 'link' ? batch : undo;
}

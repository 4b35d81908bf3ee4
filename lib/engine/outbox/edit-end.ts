import type { EditJobRow } from '../../ledger/desk-rows.ts';
import type { EnginePorts } from '../ports.ts';
import { editDetail } from './edit-detail.ts';
import { finish } from './store.ts';

/** Asaas says that it is done: whatever the charge could be paid with before is asked for anew. */
export async function editDone(ports: EnginePorts, job: EditJobRow): Promise<null> {
  await ports.ledger.codes.delete(job.targetId);
  return finish<EditJobRow>(
    ports,
    job,
    { state: 'done', chargeId: job.targetId, failure: null },
    { action: 'charge.changed', detail: editDetail(job) },
  );
}

import type { EditJobRow } from '../../ledger/desk-rows.ts';
import type { EnginePorts } from '../ports.ts';
import { editDetail } from './edit-detail.ts';
import { mayRepeatLate } from './edit-late.ts';
import { finish, release } from './store.ts';

/**
 * Asaas says that it is done: whatever the charge could be paid with before is asked for anew. Where one
 * request timed out and another did it, the first may still come: until it cannot, the invoice is held.
 */
export async function editDone(ports: EnginePorts, job: EditJobRow): Promise<null> {
  await ports.ledger.codes.delete(job.targetId);
  const late = mayRepeatLate(ports, job);
  if (late !== null) {
    const made = { state: 'created', chargeId: job.targetId, failure: null, tries: 0 } as const;
    return release<EditJobRow>(ports, job, { ...made, nextAt: late });
  }
  return finish<EditJobRow>(
    ports,
    job,
    { state: 'done', chargeId: job.targetId, failure: null },
    { action: 'charge.changed', detail: editDetail(job) },
  );
}

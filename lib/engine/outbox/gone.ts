import type { Charge } from '../../billing/charge.ts';
import { chargeRow, putCharge, settledMissing } from '../../ledger/charges.ts';
import type { DeleteJobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { finish } from './store.ts';

/** Asaas took the deletion: what it no longer finds since is gone by this job's own doing. */
export function wasTaken({ attempts }: DeleteJobRow): boolean {
  const last = attempts.at(-1);
  return last?.request === 'delete' && last.outcome === 'done';
}

/** Ends a deletion whose charge is gone. Null: Asaas knows it no longer, `seenAt` being when it said so. */
export async function gone(
  ports: EnginePorts,
  job: DeleteJobRow,
  charge: Charge | null,
  seenAt: number,
): Promise<null> {
  const known = (await ports.ledger.charges.get(job.targetId)) ?? null;
  const missing = known && wasTaken(job) ? settledMissing(known, seenAt) : null;
  const row = charge === null ? missing : chargeRow(charge, seenAt);
  if (row) {
    await putCharge(ports.ledger, row, ports.now());
    // Another invoice's, where an old charge is replaced.
    ports.events.changed(row);
  }
  return finish(
    ports,
    job,
    { state: 'done' },
    { action: 'charge.deleted', detail: { charge: job.targetId } },
  );
}

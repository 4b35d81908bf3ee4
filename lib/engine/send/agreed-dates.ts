import type { AgreedDate } from '../../billing/edit/agreed-date.ts';
import type { Charge } from '../../billing/charge.ts';
import type { JobRow } from '../../ledger/rows.ts';
import { newestEdit } from '../outbox/edit-made.ts';

/** The due dates that charges have because they were agreed with their payers, by charge id. */
export function agreedDates(
  jobs: readonly JobRow[],
  charges: readonly Pick<Charge, 'id' | 'dueDate'>[],
): ReadonlyMap<string, AgreedDate> {
  const agreed = new Map<string, AgreedDate>();
  for (const charge of charges) {
    const job = newestEdit(jobs, charge, ({ edit }) => edit.dueDate !== null);
    // The newest word counts: a charge that has another date by now got it in some other way.
    if (job?.edit.dueDate?.to !== charge.dueDate) continue;
    agreed.set(charge.id, {
      dueDate: charge.dueDate,
      invoiceDueDate: job.invoiceDueDate,
      at: job.createdAt,
      reason: job.asked.reason,
    });
  }
  return agreed;
}

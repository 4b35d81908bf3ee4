import type { EditAsked, PlannedEdit } from '../../billing/edit/charge-edit.ts';
import type { CivilDate } from '../../billing/calendar.ts';
import type { ReadingSource } from '../../billing/reading-source.ts';
import type { EditJobRow } from '../../ledger/desk-rows.ts';
import type { JobRow } from '../../ledger/rows.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { activeKey } from './active-key.ts';
import { editDetail } from './edit-detail.ts';
import { blank, enqueue } from './enqueue.ts';

/** What a person confirmed in the form of a change. */
export interface ConfirmedEdit {
  readonly account: AccountSettings;
  readonly origin: string;
  readonly providerKey: string;
  readonly invoiceId: string;
  readonly targetId: string;
  readonly confirmation: string;
  readonly asked: EditAsked;
  readonly edit: PlannedEdit;
  readonly invoiceDueDate: CivilDate;
  readonly source: ReadingSource;
}

/**
 * Writes the intent of a change, under the key of the invoice's sending: the two exclude each other. Another
 * job than the new one comes back where something is under way; then nothing was written.
 */
export async function enqueueEdit(
  ports: EnginePorts,
  { account, ...confirmed }: ConfirmedEdit,
): Promise<{ readonly job: JobRow; readonly isNew: boolean }> {
  const { providerKey, invoiceId } = confirmed;
  const job: EditJobRow = {
    ...blank(ports),
    kind: 'edit',
    activeKey: activeKey(account.environment, providerKey, invoiceId),
    accountId: account.id,
    environment: account.environment,
    ...confirmed,
  };
  const written = await enqueue(ports, job, 'job.change-queued', editDetail(job));
  return { job: written, isNew: written.id === job.id };
}

import type { Json } from '../../ledger/audit-entry.ts';
import type { JobRow } from '../../ledger/rows.ts';
import { lastEntry } from '../../ledger/audit-chains.ts';
import type { EnginePorts } from '../ports.ts';
import { nextEntry } from './chain.ts';

/** What happened to a job or a charge. `detail` holds ids, codes and cents; never names, documents or keys. */
export interface AuditLine {
  readonly action:
    | 'job.queued'
    | 'job.delete-queued'
    | 'job.change-queued'
    | 'job.counter-queued'
    | 'job.overtaken'
    | 'job.cancelled'
    | 'job.cancel-asked'
    | 'job.blocked'
    | 'job.unknown'
    | 'job.repeat'
    | 'job.given-up'
    | 'job.settled'
    | 'job.done'
    | 'payer.intent'
    | 'payer.created'
    | 'charge.intent'
    | 'charge.created'
    | 'charge.found'
    | 'charge.reused'
    | 'charge.several-live'
    | 'charge.change-intent'
    | 'charge.changed'
    | 'charge.cash-intent'
    | 'charge.received-in-cash'
    | 'charge.paid-meanwhile'
    | 'charge.delete-intent'
    | 'charge.deleted'
    | 'charge.missing-settled';
  /** The job, or what it is about where none stands behind it. */
  readonly job: Pick<JobRow, 'accountId' | 'providerKey' | 'invoiceId'> &
    Partial<Pick<JobRow, 'id'>>;
  readonly detail: Readonly<Record<string, Json>>;
}

/**
 * Appends one line. Must run inside the transaction that writes what the line tells, so that neither
 * exists without the other.
 */
export async function appendAudit(
  { ledger, now, installationId }: Pick<EnginePorts, 'ledger' | 'now' | 'installationId'>,
  { action, job, detail }: AuditLine,
): Promise<void> {
  const last = await lastEntry(ledger, installationId);
  await ledger.audit.add(
    nextEntry(last, {
      at: now(),
      installationId,
      operator: { seat: installationId.slice(0, 8) },
      action,
      ids: {
        ...(job.id === undefined ? {} : { jobId: job.id }),
        accountId: job.accountId,
        providerKey: job.providerKey,
        invoiceId: job.invoiceId,
      },
      detail,
    }),
  );
}

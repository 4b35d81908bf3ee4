import type { AuditOperator, Json } from '../../ledger/audit-entry.ts';
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
    | 'charge.missing-settled'
    | 'job.adopt-queued'
    | 'charge.link-intent'
    | 'charge.linked'
    | 'charge.unlink-intent'
    | 'charge.unlinked'
    | 'job.act-queued'
    | 'charge.restore-intent'
    | 'charge.restored'
    | 'charge.undo-cash-intent'
    | 'charge.cash-undone'
    | 'charge.refund-intent'
    | 'charge.refund-found'
    | 'charge.refund-asked'
    | 'charge.refunded'
    | 'charge.slip-refund-intent'
    | 'charge.slip-refund-asked'
    | 'job.payer-queued'
    | 'payer.change-intent'
    | 'payer.changed'
    | 'payer.in-step'
    | 'job.notices-queued'
    | 'notices.listed'
    | 'notices.confirmed'
    | 'notices.held'
    | 'notices.resumed'
    | 'notices.intent'
    | 'notices.changed'
    | 'notices.failed'
    | 'message.opened'
    | 'message.sent'
    | 'message.not-sent'
    | 'message.ixc-intent'
    | 'message.ixc-sent'
    | 'message.ixc-not-sent'
    | 'message.ixc-unknown';
  /** The job, or what it is about where none stands behind it. */
  readonly job: Pick<JobRow, 'accountId' | 'providerKey' | 'invoiceId'> &
    Partial<Pick<JobRow, 'id' | 'askedBy'>>;
  readonly detail: Readonly<Record<string, Json>>;
}

/**
 * Appends one line. Must run inside the transaction that writes what the line tells, so that neither
 * exists without the other. It names who asks for it now, or else whose order is being carried out.
 */
export async function appendAudit(
  ports: Pick<EnginePorts, 'ledger' | 'now' | 'installationId' | 'operator'>,
  { action, job, detail }: AuditLine,
): Promise<void> {
  const { ledger, now, installationId } = ports;
  const last = await lastEntry(ledger, installationId);
  await ledger.audit.add(
    nextEntry(last, {
      at: now(),
      installationId,
      operator: operatorOf(ports, job),
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

/** The seat, and IXC's user where the panel's page told: an id, since a name would outlive its person here. */
function operatorOf(
  { installationId, operator }: Pick<EnginePorts, 'installationId' | 'operator'>,
  { askedBy }: AuditLine['job'],
): AuditOperator {
  const seat = installationId.slice(0, 8);
  const user = operator ? operator() : (askedBy ?? null);
  return user === null ? { seat } : { seat, user };
}

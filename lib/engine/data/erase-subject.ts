import { fail, ok, type Result } from '../../billing/result.ts';
import { removeCharges } from '../../ledger/remove-charges.ts';
import { keptKey } from '../../ledger/provider-keys.ts';
import type { FailureView } from '../../messages/failure.ts';
import { findSubject, isAbout, isUnfinished, type Subject, type SubjectPorts } from './subject.ts';

/**
 * Erases what is held about a customer: invoices, ended charges with their codes and what happened to
 * them, ended jobs, alerts, and what was typed by hand.
 *
 * Kept: the audit, which holds ids only and whose chain would break; and a charge that may still be paid
 * or given back, with its invoice, since without it the customer could be charged twice. Refused while a
 * job of the customer is under way (param `invoice`). What Asaas and IXC hold is not touched; a sweep may
 * bring an erased charge's row back, as long as Asaas lists it.
 */
export async function eraseSubject(
  ports: SubjectPorts,
  subject: Subject,
): Promise<Result<null, FailureView>> {
  const { ledger } = ports;
  const { origin } = subject;
  const held = await findSubject(ports, subject);
  const outcome = await ledger.transaction('rw', ledger.tables, async () => {
    const jobs = await ledger.jobs.bulkGet(held.jobs.map(({ id }) => id));
    const busy = jobs.find((job) => job?.activeKey !== undefined);
    if (busy)
      return fail<FailureView>({ code: 'subject-busy', params: { invoice: busy.invoiceId } });
    const kept = new Set(held.charges.filter(isUnfinished).map(({ invoiceId }) => invoiceId));
    const ended = held.charges.filter((charge) => !isUnfinished(charge));
    await removeCharges(
      ledger,
      ended.map(({ id }) => id),
    );
    const gone = held.invoices.filter(({ id }) => !kept.has(id));
    await ledger.invoices.bulkDelete(gone.map(({ id }): [string, string] => [origin, id]));
    // Where no key was confirmed, the jobs are what tells under which one invoices were charged.
    if ((await keptKey(ledger, origin)) !== null) {
      await ledger.jobs.bulkDelete(held.jobs.map(({ id }) => id));
    }
    await ledger.receipts.filter(({ payerId }) => held.payers.includes(payerId)).delete();
    await ledger.alerts
      .filter((alert) => isAbout(held, alert) && !kept.has(alert.invoiceId ?? ''))
      .delete();
    return ok(null);
  });
  if (outcome.ok) for (const id of held.invoiceIds) await ports.typed.remove(origin, id);
  return outcome;
}

import { fail, ok, type Result } from '../../billing/result.ts';
import { eraseStaged } from '../../ledger/adoption-staged.ts';
import { noteErased } from '../../ledger/erased-charges.ts';
import { removeCharges } from '../../ledger/remove-charges.ts';
import { keptKey } from '../../ledger/provider-keys.ts';
import type { FailureView } from '../../messages/failure.ts';
import { erasureOf } from './erasure.ts';
import { heldUnder, isAbout, keysOfSubject, type Subject, type SubjectPorts } from './subject.ts';

/**
 * Erases what is held about a customer: invoices, ended charges with their codes and what happened to
 * them, ended jobs, messages, alerts, and what was typed by hand.
 *
 * Kept: the audit, which holds ids only and whose chain would break; and a charge that may still be paid
 * or given back, with its invoice, since without it the customer could be charged twice. Refused while a
 * job of the customer is under way (param `invoice`). What Asaas and IXC hold is not touched; a sweep may
 * bring an erased charge's row back, as long as Asaas lists it; nobody is told of it then.
 */
export async function eraseSubject(
  ports: SubjectPorts,
  subject: Subject,
): Promise<Result<null, FailureView>> {
  const { ledger } = ports;
  const { origin } = subject;
  const keys = await keysOfSubject(ports, subject);
  const outcome = await ledger.transaction('rw', ledger.tables, async () => {
    // Within: a job that is confirmed meanwhile either is seen here, or comes after all of it.
    const held = await heldUnder(ledger, keys, subject);
    const { busy, charges, invoices, keptInvoices } = erasureOf(held);
    if (busy !== null)
      return fail<FailureView>({ code: 'subject-busy', params: { invoice: busy } });
    await removeCharges(ledger, charges);
    await noteErased(ledger, charges, ports.now());
    await ledger.invoices.bulkDelete(invoices.map((id): [string, string] => [origin, id]));
    // Where no key was confirmed, the jobs are what tells under which one invoices were charged.
    if ((await keptKey(ledger, origin)) !== null) {
      await ledger.jobs.bulkDelete(held.jobs.map(({ id }) => id));
    }
    await ledger.messages.bulkDelete(held.messages.map(({ id }) => id));
    await ledger.adoptions.bulkDelete(held.adoptions.map(({ id }) => id));
    await ledger.noticeItems.bulkDelete(
      held.notices.map(({ jobId, payerId }): [string, string] => [jobId, payerId]),
    );
    await eraseStaged(ledger, { ...subject, payers: held.payers });
    await ledger.receipts.filter(({ payerId }) => held.payers.includes(payerId)).delete();
    await ledger.alerts
      .filter((alert) => isAbout(held, alert) && !keptInvoices.includes(alert.invoiceId ?? ''))
      .delete();
    return ok(held.invoiceIds);
  });
  if (!outcome.ok) return outcome;
  for (const id of outcome.value) {
    await ports.typed.remove(origin, id);
    await ports.overrides.remove(origin, id);
  }
  return ok(null);
}

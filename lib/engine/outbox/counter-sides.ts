import type { AsaasClient } from '../../asaas/client.types.ts';
import type { Charge } from '../../billing/charge.ts';
import type { Invoice } from '../../billing/invoice.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import { chargeRow, notFound, putCharge } from '../../ledger/charges.ts';
import { evidenceOf, putInvoices } from '../../ledger/invoices.ts';
import type { ChargeRow, CounterJobRow, InvoiceEvidence } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { asaasFailureView, ixcFailureView } from '../setup/failures.ts';

/** An invoice read now, and what the counter's work was last judged by. */
export interface InvoiceRead {
  readonly invoice: Invoice;
  readonly before: InvoiceEvidence | undefined;
}

/**
 * An invoice as IXC has it now; an operator's session is read only where a person `asked` for what follows.
 */
export async function readCounterInvoice(
  { ledger, ixc, now }: EnginePorts,
  { origin, invoiceId, asked }: Pick<CounterJobRow, 'origin' | 'invoiceId' | 'asked'>,
): Promise<Result<InvoiceRead, FailureView>> {
  const reader = await ixc(origin);
  if (!reader.ok) return reader;
  const { value } = reader;
  const isUnattended = value.source === 'session' && asked === undefined;
  if (value.source === 'hand' || isUnattended) return fail({ code: 'ixc-by-hand' });
  const readAt = now();
  const answer = await value.client.invoice(invoiceId);
  if (!answer.ok) return fail(ixcFailureView(answer.error));
  if (answer.value === null)
    return fail({ code: 'ixc-invoice-not-found', params: { id: invoiceId } });
  const known = await ledger.invoices.get([origin, invoiceId]);
  await putInvoices(ledger, [{ ...answer.value, origin, readAt }], now());
  return ok({ invoice: answer.value, before: known && evidenceOf(known) });
}

/** A charge as Asaas tells of it by its id. `row` is null when it carries no reference of ours. */
export interface TargetRead {
  /** Null: Asaas knows it no longer. */
  readonly charge: Charge | null;
  readonly row: ChargeRow | null;
}

/** A charge as Asaas has it now; the ledger keeps the reading. */
export async function readTarget(
  { ledger, now }: EnginePorts,
  client: AsaasClient,
  { targetId }: Pick<CounterJobRow, 'targetId'>,
): Promise<Result<TargetRead, FailureView>> {
  const seenAt = now();
  const answer = await client.getCharge(targetId);
  if (!answer.ok && answer.error.kind !== 'not-found') return fail(asaasFailureView(answer.error));
  const known = answer.ok ? undefined : await ledger.charges.get(targetId);
  const missing = known ? notFound({ ...known, seenAt }) : null;
  const row = answer.ok ? chargeRow(answer.value, seenAt) : missing;
  if (row) await putCharge(ledger, row, now());
  return ok({ charge: answer.ok ? answer.value : null, row });
}

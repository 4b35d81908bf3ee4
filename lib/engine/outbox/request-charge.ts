import type { AsaasClient } from '../../asaas/client.types.ts';
import { attemptCode, withAttemptCode } from '../../billing/attempt-code.ts';
import type { Customer, Invoice } from '../../billing/invoice.ts';
import type { SendPlan } from '../../billing/send-plan.types.ts';
import { chargeRow, putCharge } from '../../ledger/charges.ts';
import { evidenceFrom, judgeInvoices } from '../../ledger/invoices.ts';
import type { CreateJobRow, JobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { decided } from './decided.ts';
import { schemeForNewPayer } from './notices/enqueue-notices.ts';
import { intentOf, requestFailed, settled } from './outcome.ts';
import { advance, intend } from './store.ts';

type NewPlan = Extract<SendPlan, { kind: 'new' }>;

export interface Order {
  readonly client: AsaasClient;
  readonly plan: NewPlan;
  /** As it was read just now; null: it was typed by hand. */
  readonly invoice: Invoice | null;
  readonly customer: Customer;
  /** Ids of the invoices that were renegotiated into this one: they are looked at again afterwards. */
  readonly predecessors: readonly string[];
}

/** Asks Asaas for the payer where there is none, then for the charge: each behind its own intent. */
export async function requestCharge(
  ports: EnginePorts,
  job: CreateJobRow,
  order: Order,
): Promise<JobRow | null> {
  if (order.plan.payer.kind === 'known') return post(ports, job, order, order.plan.payer.payer.id);

  const intent = await intend(
    ports,
    job,
    {
      ...intentOf(ports, job, 'payer', attemptCode(ports.random(8))),
      customerId: order.customer.id,
    },
    { action: 'payer.intent', detail: {} },
  );
  if (!intent) return null;
  const { id: _id, active: _active, ...registered } = order.customer;
  const answer = await order.client.createPayer({
    ...registered,
    reference: order.plan.payer.reference,
    notificationDisabled: order.plan.payer.notificationDisabled,
  });
  if (!answer.ok) return requestFailed(ports, intent, answer.error);
  const withPayer = await advance(
    ports,
    intent,
    { attempts: settled(intent.attempts, 'done'), payerId: answer.value.id },
    { action: 'payer.created', detail: { payer: answer.value.id } },
  );
  await schemeForNewPayer(ports, withPayer);
  return post(ports, withPayer, order, answer.value.id);
}

async function post(
  ports: EnginePorts,
  job: CreateJobRow,
  { client, plan, invoice, predecessors }: Order,
  payerId: string,
): Promise<JobRow | null> {
  const code = attemptCode(ports.random(8));
  const { draft } = plan;
  const readAt = ports.now();
  // From here on the counter's work is judged by what is charged, whatever was known of the number before.
  if (invoice) {
    const row = { ...invoice, origin: job.origin, readAt };
    await judgeInvoices(ports.ledger, [{ row, chargedOn: null }], readAt);
  }
  const intent = await intend(
    ports,
    job,
    {
      ...intentOf(ports, job, 'charge', code),
      draft,
      ...(invoice && { asCharged: evidenceFrom(invoice, readAt) }),
      payerId,
      absentLocates: [],
      failure: null,
      ...(predecessors.length > 0 && { predecessors }),
    },
    {
      action: 'charge.intent',
      detail: {
        code,
        cents: draft.value,
        due: draft.dueDate,
        ...decided(job.choices, plan),
        ...(job.replaces && { replaced: job.replaces.map(({ id }) => id).join(', ') }),
      },
    },
  );
  if (!intent) return null;
  const seenAt = ports.now();
  const answer = await client.createCharge({
    payerId,
    billingType: draft.billingType,
    value: draft.value,
    dueDate: draft.dueDate,
    description: withAttemptCode(draft.description, code),
    reference: draft.reference,
    terms: draft.terms,
  });
  if (!answer.ok) return requestFailed(ports, intent, answer.error);
  const row = chargeRow(answer.value, seenAt);
  if (row) await putCharge(ports.ledger, row, ports.now());
  return advance(
    ports,
    intent,
    {
      state: 'created',
      attempts: settled(intent.attempts, 'done'),
      chargeId: answer.value.id,
      tries: 0,
    },
    { action: 'charge.created', detail: { charge: answer.value.id } },
  );
}

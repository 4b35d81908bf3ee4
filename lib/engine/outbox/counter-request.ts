import type { AsaasClient, AsaasFailure } from '../../asaas/client.types.ts';
import type { Charge } from '../../billing/charge.ts';
import { chargeReference } from '../../billing/reference.ts';
import type { Result } from '../../billing/result.ts';
import type { Attempt, CounterJobRow, CounterStep, JobRow } from '../../ledger/rows.ts';
import type { AuditLine } from '../audit/append.ts';
import type { EnginePorts } from '../ports.ts';
import { asaasFailureView } from '../setup/failures.ts';
import { intentOf, repeatableFailed, requestFailed, settled } from './outcome.ts';
import { advance, intend } from './store.ts';

const REQUEST: Readonly<
  Record<
    CounterStep['kind'],
    { readonly about: Attempt['request']; readonly action: AuditLine['action'] }
  >
> = {
  close: { about: 'cash', action: 'charge.cash-intent' },
  lower: { about: 'change', action: 'charge.change-intent' },
  cancel: { about: 'delete', action: 'charge.delete-intent' },
};

/** Asks Asaas for one step, behind its intent. The payer is told nothing: the counter spoke to them. */
export async function requestCounter(
  ports: EnginePorts,
  job: CounterJobRow,
  client: AsaasClient,
  charge: Charge,
  step: CounterStep,
): Promise<JobRow | null> {
  const { about, action } = REQUEST[step.kind];
  const intent = await intend(
    ports,
    job,
    { ...intentOf(ports, job, about), absentLocates: [], failure: null },
    { action, detail: { charge: charge.id, from: charge.value, step: { ...step } } },
  );
  if (!intent) return null;
  const answer = await ask(client, job, charge, step);
  if (answer.ok) {
    const attempts = settled(intent.attempts, 'done');
    return advance(ports, intent, { state: 'created', attempts, chargeId: charge.id, tries: 0 });
  }
  // Paid in this very moment, perhaps: it is read once more, so that the reason is told and not the refusal.
  if (answer.error.kind === 'rejected' || answer.error.kind === 'not-found') {
    return advance(ports, intent, {
      state: 'locating',
      attempts: settled(intent.attempts, 'refused'),
      failure: asaasFailureView(answer.error),
    });
  }
  const failed = step.kind === 'close' ? requestFailed : repeatableFailed;
  return failed(ports, intent, answer.error);
}

function ask(
  client: AsaasClient,
  { providerKey, invoiceId }: CounterJobRow,
  charge: Charge,
  step: CounterStep,
): Promise<Result<unknown, AsaasFailure>> {
  switch (step.kind) {
    case 'close':
      return client.receiveInCash(charge.id, {
        value: step.value,
        paidOn: step.paidOn,
        notify: false,
      });
    case 'lower': {
      const { billingType, dueDate, description, reference } = charge;
      return client.updateCharge(charge.id, {
        billingType,
        value: step.to,
        dueDate,
        description,
        reference: reference ?? chargeReference(providerKey, invoiceId),
      });
    }
    case 'cancel':
      return client.deleteCharge(charge.id);
  }
}

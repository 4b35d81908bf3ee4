import type { AsaasClient, ChangedTerms, ChargeChange } from '../../asaas/client.types.ts';
import type { EditedCharge, PlannedEdit } from '../../billing/edit/charge-edit.ts';
import { chargeReference } from '../../billing/reference.ts';
import type { EditJobRow } from '../../ledger/desk-rows.ts';
import type { JobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { asaasFailureView } from '../setup/failures.ts';
import { editDetail } from './edit-detail.ts';
import { intentOf, repeatableFailed, settled } from './outcome.ts';
import { advance, intend } from './store.ts';

/** Asks Asaas for one change, behind its intent. Only what changes is another than the charge has. */
export async function requestEdit(
  ports: EnginePorts,
  job: EditJobRow,
  client: AsaasClient,
  edited: EditedCharge,
): Promise<JobRow | null> {
  const { charge } = edited;
  const intent = await intend<EditJobRow>(
    ports,
    job,
    { ...intentOf(ports, job, 'change'), failure: null },
    { action: 'charge.change-intent', detail: editDetail(job) },
  );
  if (!intent) return null;
  const answer = await client.updateCharge(charge.id, changeOf(job, edited));
  if (answer.ok) {
    return advance<EditJobRow>(ports, intent, {
      state: 'created',
      attempts: settled(intent.attempts, 'done'),
      chargeId: charge.id,
      tries: 0,
    });
  }
  // Paid or changed in this very moment, perhaps: it is read once more, so that the reason is told and not
  // the refusal.
  if (answer.error.kind === 'rejected' || answer.error.kind === 'not-found') {
    return advance<EditJobRow>(ports, intent, {
      state: 'locating',
      attempts: settled(intent.attempts, 'refused'),
      failure: asaasFailureView(answer.error),
    });
  }
  return repeatableFailed(ports, intent, answer.error);
}

function changeOf(
  { edit, providerKey, invoiceId }: EditJobRow,
  { charge }: EditedCharge,
): ChargeChange {
  return {
    billingType: edit.billingType?.to ?? charge.billingType,
    value: edit.value?.to ?? charge.value,
    dueDate: edit.dueDate?.to ?? charge.dueDate,
    description: edit.description?.to ?? charge.description,
    reference: charge.reference ?? chargeReference(providerKey, invoiceId),
    changed: termsOf(edit),
  };
}

/**
 * A value that contains what accrued is told to have no fine and no interest even where it had none: left
 * out, the account's own might be given to it.
 */
function termsOf(edit: PlannedEdit): ChangedTerms {
  const { containsAccrued, discount } = edit;
  const fine = containsAccrued ? 0 : edit.finePercent?.to;
  const interest = containsAccrued ? 0 : edit.interestPercentMonth?.to;
  return {
    ...(fine == null ? {} : { finePercent: fine }),
    ...(interest == null ? {} : { interestPercentMonth: interest }),
    ...(discount === null ? {} : { discount: discount.to }),
  };
}

import { i18n } from '#i18n';
import { PAYER_FIELDS, type PayerField } from '../lib/billing/payer/payer-field.ts';
import type { ReadingSource } from '../lib/billing/reading-source.ts';
import type { BlockReason, Warning } from '../lib/billing/send-plan.types.ts';
import type { StatusGroup } from '../lib/billing/status.ts';
import type { FailureView } from '../lib/messages/failure.ts';
import type { JobState } from '../lib/messages/job-view.ts';
import { byCode } from './by-code.ts';

export const failureText = (failure: FailureView): string =>
  byCode('failure', failure.code, failure.params);

export const reasonText = (reason: BlockReason): string =>
  byCode('reason', reason.code, reason.params);

export const payerFieldText = (field: PayerField): string => byCode('payer_field', field);

/** Names of fields are ours, and have words of their own. */
export function warningText({ code, params }: Warning): string {
  if (code !== 'payer-data-overridden') return byCode('warning', code, params);
  const fields = PAYER_FIELDS.filter((field) => params?.['fields']?.split(', ').includes(field));
  return byCode('warning', code, { fields: fields.map(payerFieldText).join(', ') });
}

export const statusText = (group: StatusGroup): string => byCode('status', group);

export const statusMeaning = (group: StatusGroup): string => byCode('status_meaning', group);

export const jobText = (state: JobState): string => byCode('job', state);

export const jobNote = (state: JobState): string => byCode('job_note', state);

/** What becomes of a sending that was called off when its request may have left. */
export const calledOffText = (calledOff: 'looking' | 'deleted'): string =>
  calledOff === 'looking' ? i18n.t('called_off.looking') : i18n.t('called_off.deleted');

export const sourceText = (source: 'auto' | ReadingSource): string => byCode('source', source);

const BILLING_TYPES = ['UNDEFINED', 'BOLETO', 'PIX', 'CREDIT_CARD'];

/** Asaas may answer a billing type that we never ask for (transfer, deposit): it is named, not hidden. */
export function billingTypeText(type: string): string {
  return BILLING_TYPES.includes(type)
    ? byCode('billing_type', type)
    : i18n.t('billing_type.other', { type });
}

const APPROVALS = ['APPROVED', 'PENDING', 'AWAITING_APPROVAL', 'REJECTED'];

/** `general` of the account's status; an unknown word is shown as Asaas wrote it. */
export function approvalText(approval: string | null): string {
  if (approval === null) return i18n.t('options_account.approval_unreadable');
  return APPROVALS.includes(approval)
    ? byCode('options_account', `approval_${approval}`)
    : approval;
}

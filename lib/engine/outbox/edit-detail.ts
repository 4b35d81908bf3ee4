import type { EditJobRow } from '../../ledger/desk-rows.ts';
import type { AuditLine } from '../audit/append.ts';

/** What the audit says of a change: ids, cents, dates, names of fields and the operator's reason, never a text of the payer's. */
export function editDetail({
  targetId,
  edit,
  asked,
}: Pick<EditJobRow, 'targetId' | 'edit' | 'asked'>): AuditLine['detail'] {
  const { value, dueDate, billingType, finePercent, interestPercentMonth, discount } = edit;
  const { reason, accrued } = asked;
  return {
    charge: targetId,
    edit: true,
    ...(value === null ? {} : { cents: value.to, from: value.from }),
    ...(dueDate === null ? {} : { due: dueDate.to, dueBefore: dueDate.from }),
    ...(billingType === null ? {} : { method: billingType.to }),
    ...(edit.description === null ? {} : { description: true }),
    ...(finePercent?.to == null ? {} : { finePercent: finePercent.to }),
    ...(interestPercentMonth === null ? {} : { interestPercentMonth: interestPercentMonth.to }),
    ...(discount === null ? {} : { discount: true }),
    ...(accrued === undefined ? {} : { accrued }),
    ...(reason.trim() === '' ? {} : { reason }),
  };
}

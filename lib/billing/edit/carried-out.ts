import type { EditedCharge, PlannedEdit } from './charge-edit.ts';

/** Whether a charge already is as a change wants it, whoever made it so. What was not asked for is not looked at. */
export function isCarriedOut(edit: PlannedEdit, { charge, terms }: EditedCharge): boolean {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const fine = terms.fine.kind === 'percent' ? terms.fine.amount : null;
  return (
    (edit.value === null || edit.value.to === charge.value) &&
    (edit.dueDate === null || edit.dueDate.to === charge.dueDate) &&
    (edit.billingType === null || edit.billingType.to === charge.billingType) &&
    (edit.description === null || edit.description.to === charge.description) &&
    (edit.finePercent === null || edit.finePercent.to === fine) &&
    (edit.interestPercentMonth === null ||
      edit.interestPercentMonth.to === terms.interestPercentMonth) &&
    (edit.discount === null || same(edit.discount.to, terms.discount))
  );
}

import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Fact, Facts } from '../../../../components/Facts.tsx';
import { dateText, moneyText } from '../../../../components/formats.ts';
import { billingTypeText } from '../../../../components/text.ts';
import type { Discount } from '../../../../lib/billing/added-terms.ts';
import type { PlannedEdit } from '../../../../lib/billing/edit/charge-edit.ts';
import { cents } from '../../../../lib/billing/money.ts';

type Line = readonly [name: string, from: string, to: string];

/** Every change from what the charge has to what it will have. */
export function EditChanges({ edit }: { readonly edit: PlannedEdit }): ReactElement {
  return (
    <Facts>
      {linesOf(edit).map(([name, from, to]) => (
        <Fact key={name} name={name}>
          <del>{from}</del> {i18n.t('edit.to')} <ins>{to}</ins>
        </Fact>
      ))}
    </Facts>
  );
}

function linesOf(edit: PlannedEdit): readonly Line[] {
  const { value, dueDate, billingType, description, finePercent, interestPercentMonth } = edit;
  const lines: (Line | null)[] = [
    value && [i18n.t('edit.field_value'), moneyText(value.from), moneyText(value.to)],
    dueDate && [i18n.t('edit.field_due_date'), dateText(dueDate.from), dateText(dueDate.to)],
    billingType && [
      i18n.t('edit.field_billing_type'),
      billingTypeText(billingType.from),
      billingTypeText(billingType.to),
    ],
    description && [i18n.t('edit.field_description'), description.from, description.to],
    finePercent && [i18n.t('edit.field_fine'), percent(finePercent.from), percent(finePercent.to)],
    interestPercentMonth && [
      i18n.t('edit.field_interest'),
      percent(interestPercentMonth.from),
      percent(interestPercentMonth.to),
    ],
    edit.discount && [
      i18n.t('edit.field_discount'),
      discountText(edit.discount.from),
      discountText(edit.discount.to),
    ],
  ];
  return lines.filter((line) => line !== null);
}

function percent(value: number | null): string {
  if (value === null) return i18n.t('edit.fixed_fine');
  return i18n.t('edit.percent', { value: String(value).replace('.', ',') });
}

function discountText(discount: Discount | null): string {
  if (discount === null) return i18n.t('edit.none');
  const { kind, amount, daysBefore } = discount;
  return i18n.t('edit.discount_text', {
    amount: kind === 'fixed' ? moneyText(cents(amount)) : percent(amount),
    days: String(daysBefore),
  });
}

import { typedMoney } from '../../../../components/typed-money.ts';
import { civilDate } from '../../../../lib/billing/calendar.ts';
import { EDIT_METHODS, type EditAsked } from '../../../../lib/billing/edit/charge-edit.ts';
import type { EditForm } from '../../../../lib/messages/charge-edit.ts';
import { typedPercent } from './typed-percent.ts';

/** What stands in the fields of the form, as typed. */
export interface EditDraft {
  readonly dueDate: string;
  readonly reason: string;
  readonly accrued: 'charge-until-today' | 'waive' | null;
  readonly billingType: string;
  readonly description: string;
  readonly fine: string;
  readonly interest: string;
  readonly discountKind: 'none' | 'percent' | 'fixed';
  readonly discountAmount: string;
  readonly discountDays: string;
}

export const DRAFT_FIELDS = ['fine', 'interest', 'discountAmount', 'discountDays'] as const;
export type NumberField = (typeof DRAFT_FIELDS)[number];

const decimal = (value: number): string => String(value).replace('.', ',');

/** The fields of a form that was just opened: the charge as Asaas has it. */
export function draftOf({ now, accrued }: EditForm): EditDraft {
  const terms = now?.terms;
  const discount = terms?.discount ?? null;
  const amount =
    discount === null
      ? ''
      : decimal(discount.kind === 'fixed' ? discount.amount / 100 : discount.amount);
  return {
    dueDate: '',
    reason: '',
    accrued: accrued ?? null,
    billingType: now?.billingType ?? '',
    description: now?.description ?? '',
    fine: terms?.fine.kind === 'percent' ? decimal(terms.fine.amount) : '',
    interest: terms === undefined ? '' : decimal(terms.interestPercentMonth),
    discountKind: discount?.kind ?? 'none',
    discountAmount: amount,
    discountDays: String(discount?.daysBefore ?? 0),
  };
}

/** Fields that hold no number. */
export function wrongNumbers(draft: EditDraft): readonly NumberField[] {
  const { fine, interest, discountKind, discountAmount, discountDays } = draft;
  const wrong: NumberField[] = [];
  if (fine.trim() !== '' && typedPercent(fine) === null) wrong.push('fine');
  if (typedPercent(interest) === null) wrong.push('interest');
  if (discountKind === 'none') return wrong;
  const amount =
    discountKind === 'percent' ? typedPercent(discountAmount) : typedMoney(discountAmount);
  if (amount === null) wrong.push('discountAmount');
  if (!/^\d{1,3}$/.test(discountDays.trim())) wrong.push('discountDays');
  return wrong;
}

/** What the form asks for, of what differs from the charge alone; null while something is half typed. */
export function askedBy(form: EditForm, draft: EditDraft): EditAsked | null {
  const reason = draft.reason.trim();
  if (form.kind === 'date') {
    const dueDate = civilDate(draft.dueDate);
    if (dueDate === null) return null;
    const { accrued } = draft;
    return { dueDate, reason, ...(accrued === null ? {} : { accrued }) };
  }
  if (form.now === null || wrongNumbers(draft).length > 0) return null;
  const from = draftOf(form);
  const billingType = EDIT_METHODS.find((method) => method === draft.billingType);
  const isOther = (field: keyof EditDraft) => from[field] !== draft[field];
  const fine = typedPercent(draft.fine);
  const interest = typedPercent(draft.interest);
  return {
    reason,
    ...(billingType && isOther('billingType') ? { billingType } : {}),
    ...(isOther('description') ? { description: draft.description } : {}),
    ...(isOther('fine') && fine !== null ? { finePercent: fine } : {}),
    ...(isOther('interest') && interest !== null ? { interestPercentMonth: interest } : {}),
    ...(isOther('discountKind') || isOther('discountAmount') || isOther('discountDays')
      ? { discount: discountBy(draft) }
      : {}),
  };
}

function discountBy({ discountKind, discountAmount, discountDays }: EditDraft) {
  if (discountKind === 'none') return 'none' as const;
  const typed =
    discountKind === 'percent' ? typedPercent(discountAmount) : typedMoney(discountAmount);
  return { kind: discountKind, amount: typed ?? 0, daysBefore: Number(discountDays) };
}

import { civilDate } from '../../../lib/billing/calendar.ts';
import { documentKind } from '../../../lib/billing/document.ts';
import type { TypedInvoice } from '../../../lib/messages/drawer.ts';
import { typedMoney } from '../../../components/typed-money.ts';

/** The invoice as it is being typed. */
export interface TypedDraft {
  readonly open: string;
  readonly dueDate: string;
  readonly customerId: string;
  readonly name: string;
  readonly document: string;
  readonly email: string;
  readonly mobilePhone: string;
}
export type TypedField = keyof TypedDraft;

export const NOTHING_TYPED: TypedDraft = {
  open: '',
  dueDate: '',
  customerId: '',
  name: '',
  document: '',
  email: '',
  mobilePhone: '',
};

/** What the contract takes at most: R$ 1.000.000,00. */
const MOST = 100_000_000;

/** Which fields cannot be right as they are. E-mail and phone may be left out. */
export function wrongFields(draft: TypedDraft): readonly TypedField[] {
  const open = typedMoney(draft.open);
  const phone = draft.mobilePhone.replace(/\D/g, '');
  const right: Record<TypedField, boolean> = {
    open: open !== null && open > 0 && open <= MOST,
    dueDate: civilDate(draft.dueDate) !== null,
    customerId: /^[1-9]\d{0,14}$/.test(draft.customerId.trim()),
    name: draft.name.trim().length >= 2,
    document: documentKind(draft.document) !== null,
    email: draft.email.trim() === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(draft.email.trim()),
    mobilePhone: draft.mobilePhone.trim() === '' || (phone.length >= 10 && phone.length <= 13),
  };
  return (Object.keys(right) as TypedField[]).filter((field) => !right[field]);
}

/** What is sent to the worker; null while a field is wrong. */
export function typedInvoiceOf(draft: TypedDraft): TypedInvoice | null {
  const open = typedMoney(draft.open);
  const dueDate = civilDate(draft.dueDate);
  if (wrongFields(draft).length > 0 || open === null || dueDate === null) return null;
  return {
    open,
    dueDate,
    customerId: draft.customerId.trim(),
    name: draft.name.trim(),
    document: draft.document.trim(),
    email: draft.email.trim() === '' ? null : draft.email.trim(),
    mobilePhone: draft.mobilePhone.trim() === '' ? null : draft.mobilePhone.trim(),
  };
}

import {
  OVERRIDABLE,
  overrideMistakes,
  type OverridableField,
  type PayerOverride,
} from '../../../../lib/billing/payer/override.ts';

export type OverrideDraft = Readonly<Record<OverridableField, string>>;

export const NOTHING_TYPED: OverrideDraft = { document: '', email: '', mobilePhone: '' };

/** What was typed, without the fields that were left empty; null: all were. */
export function typedOverride(draft: OverrideDraft): Omit<PayerOverride, 'id'> | null {
  const filled = OVERRIDABLE.filter((field) => draft[field].trim() !== '');
  if (filled.length === 0) return null;
  return Object.fromEntries(filled.map((field) => [field, draft[field].trim()]));
}

/** The fields that cannot be right, by the rules that the worker checks them by. */
export function mistakesIn(draft: OverrideDraft): readonly OverridableField[] {
  return overrideMistakes({ id: '', ...typedOverride(draft) });
}

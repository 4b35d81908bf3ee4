import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { NumberFields } from '../NumberFields.tsx';
import { DiscountFields } from './DiscountFields.tsx';
import { TERM_LIMITS, termOf, type TermsDraft } from './terms-draft.ts';

export interface TermsFieldsProps {
  readonly terms: TermsDraft;
  readonly onChange: (terms: TermsDraft) => void;
}

const FIELDS = [
  ['lateFine', 'options_sending.late_fine', 'options_sending.late_fine_hint'],
  ['lateInterest', 'options_sending.late_interest', 'options_sending.late_interest_hint'],
  ['registrationDays', 'options_sending.registration', 'options_sending.registration_hint'],
] as const;

/** What every new charge carries besides value and date: blank leaves it to the Asaas account. */
export function TermsFields({ terms, onChange }: TermsFieldsProps): ReactElement {
  return (
    <div className="stack">
      <h3>{i18n.t('options_sending.terms')}</h3>
      <p className="soft">{i18n.t('options_sending.terms_lead')}</p>
      <NumberFields
        fields={FIELDS}
        textOf={(key) => i18n.t(key)}
        typed={terms}
        onType={(field, typed) => {
          onChange({ ...terms, [field]: typed });
        }}
        errorOf={(field) => (termOf(terms, field) === undefined ? outOfBounds(field) : undefined)}
        isWhole={(field) => field === 'registrationDays'}
        placeholder={i18n.t('options_sending.inherited')}
      />
      <DiscountFields terms={terms} onChange={onChange} />
    </div>
  );
}

function outOfBounds(field: keyof typeof TERM_LIMITS): string {
  const [min, max] = TERM_LIMITS[field];
  return i18n.t('options_sending.number_or_blank', { min, max });
}

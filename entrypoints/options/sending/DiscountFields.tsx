import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Field } from '../../../components/Field.tsx';
import { SelectField } from '../../../components/SelectField.tsx';
import type { TermsFieldsProps } from './TermsFields.tsx';
import { DISCOUNT_LIMITS, discountAmountOf, TERM_LIMITS, termOf } from './terms-draft.ts';

/** The discount for paying early: none of its numbers is asked for while the account's own applies. */
export function DiscountFields({ terms, onChange }: TermsFieldsProps): ReactElement {
  const { discountKind: kind } = terms;
  const days = termOf(terms, 'discountDays');
  return (
    <div className="numbers">
      <SelectField
        label={i18n.t('options_sending.discount')}
        value={kind}
        options={[
          { value: 'inherit', label: i18n.t('options_sending.discount_inherit') },
          { value: 'percent', label: i18n.t('options_sending.discount_percent') },
          { value: 'fixed', label: i18n.t('options_sending.discount_fixed') },
        ]}
        onChange={(discountKind) => {
          onChange({ ...terms, discountKind });
        }}
      />
      {kind !== 'inherit' && (
        <>
          <Field
            label={
              kind === 'percent'
                ? i18n.t('options_sending.discount_amount_percent')
                : i18n.t('options_sending.discount_amount_fixed')
            }
            error={discountAmountOf(terms) === null ? outOf(DISCOUNT_LIMITS[kind]) : undefined}
            value={terms.discountAmount}
            onChange={(discountAmount) => {
              onChange({ ...terms, discountAmount });
            }}
            inputMode="decimal"
            autoComplete="off"
          />
          <Field
            label={i18n.t('options_sending.discount_days')}
            hint={i18n.t('options_sending.discount_days_hint')}
            error={
              days === null || days === undefined ? outOf(TERM_LIMITS.discountDays) : undefined
            }
            value={terms.discountDays}
            onChange={(discountDays) => {
              onChange({ ...terms, discountDays });
            }}
            inputMode="numeric"
            autoComplete="off"
          />
        </>
      )}
    </div>
  );
}

function outOf([min, max]: readonly [number, number]): string {
  return i18n.t('options_sending.number_invalid', { min, max });
}

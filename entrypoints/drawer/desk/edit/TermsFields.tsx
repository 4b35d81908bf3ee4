import { useId, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Field } from '../../../../components/Field.tsx';
import { moneyText } from '../../../../components/formats.ts';
import { billingTypeText } from '../../../../components/text.ts';
import { EDIT_METHODS } from '../../../../lib/billing/edit/charge-edit.ts';
import { MOST_DESCRIPTION } from '../../../../lib/billing/edit/new-terms.ts';
import { cents } from '../../../../lib/billing/money.ts';
import type { EditForm } from '../../../../lib/messages/charge-edit.ts';
import { DiscountFields } from './DiscountFields.tsx';
import { wrongNumbers } from './edit-draft.ts';
import type { DraftLine } from './use-edit-draft.ts';

interface TermsFieldsProps {
  readonly form: EditForm;
  readonly now: NonNullable<EditForm['now']>;
  readonly line: DraftLine;
}

/** Method, words, fine, interest and discount, each as the charge has it until somebody types. */
export function TermsFields({ now, line }: TermsFieldsProps): ReactElement {
  const { draft, edit } = line;
  const wrong = wrongNumbers(draft);
  const id = useId();
  const isForeign = !EDIT_METHODS.some((method) => method === now.billingType);
  const { fine } = now.terms;
  const fixedFine =
    fine.kind === 'fixed'
      ? i18n.t('edit.fine_fixed', { value: moneyText(cents(fine.amount)) })
      : i18n.t('edit.fine_hint');
  const errorOf = (field: 'fine' | 'interest') =>
    wrong.includes(field) ? i18n.t('edit.number_wrong') : undefined;
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{i18n.t('edit.method')}</label>
        <select
          id={id}
          value={draft.billingType}
          onChange={({ target }) => {
            edit({ billingType: target.value });
          }}
        >
          {isForeign && <option value={now.billingType}>{billingTypeText(now.billingType)}</option>}
          {EDIT_METHODS.map((method) => (
            <option key={method} value={method}>
              {billingTypeText(method)}
            </option>
          ))}
        </select>
      </div>
      <Field
        label={i18n.t('edit.description')}
        hint={i18n.t('edit.description_hint', { most: String(MOST_DESCRIPTION) })}
        value={draft.description}
        onChange={(description) => {
          edit({ description });
        }}
        maxLength={MOST_DESCRIPTION}
      />
      <Field
        label={i18n.t('edit.fine')}
        hint={fixedFine}
        error={errorOf('fine')}
        value={draft.fine}
        onChange={(typed) => {
          edit({ fine: typed });
        }}
        inputMode="decimal"
      />
      <Field
        label={i18n.t('edit.interest')}
        hint={i18n.t('edit.interest_hint')}
        error={errorOf('interest')}
        value={draft.interest}
        onChange={(interest) => {
          edit({ interest });
        }}
        inputMode="decimal"
      />
      <DiscountFields draft={draft} wrong={wrong} edit={edit} />
    </>
  );
}

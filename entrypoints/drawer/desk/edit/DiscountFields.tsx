import { useId, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Field } from '../../../../components/Field.tsx';
import type { EditDraft, NumberField } from './edit-draft.ts';

const KINDS: Readonly<Record<EditDraft['discountKind'], () => string>> = {
  none: () => i18n.t('edit.discount_none'),
  percent: () => i18n.t('edit.discount_percent'),
  fixed: () => i18n.t('edit.discount_fixed'),
};

interface DiscountFieldsProps {
  readonly draft: EditDraft;
  readonly wrong: readonly NumberField[];
  readonly edit: (patch: Partial<EditDraft>) => void;
}

/** A discount for paying some days before the due date, or none. */
export function DiscountFields({ draft, wrong, edit }: DiscountFieldsProps): ReactElement {
  const id = useId();
  const { discountKind } = draft;
  const errorOf = (field: NumberField) =>
    wrong.includes(field) ? i18n.t('edit.number_wrong') : undefined;
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{i18n.t('edit.discount')}</label>
        <select
          id={id}
          value={discountKind}
          onChange={({ target }) => {
            const { value } = target;
            const kind = value === 'percent' || value === 'fixed' ? value : 'none';
            edit({ discountKind: kind });
          }}
        >
          {(['none', 'percent', 'fixed'] as const).map((kind) => (
            <option key={kind} value={kind}>
              {KINDS[kind]()}
            </option>
          ))}
        </select>
      </div>
      {discountKind !== 'none' && (
        <>
          <Field
            label={i18n.t(
              discountKind === 'percent'
                ? 'edit.discount_amount_percent'
                : 'edit.discount_amount_fixed',
            )}
            error={errorOf('discountAmount')}
            value={draft.discountAmount}
            onChange={(discountAmount) => {
              edit({ discountAmount });
            }}
            inputMode="decimal"
          />
          <Field
            label={i18n.t('edit.discount_days')}
            error={errorOf('discountDays')}
            value={draft.discountDays}
            onChange={(discountDays) => {
              edit({ discountDays });
            }}
            inputMode="numeric"
          />
        </>
      )}
    </>
  );
}

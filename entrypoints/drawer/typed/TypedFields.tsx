import type { InputHTMLAttributes, ReactElement } from 'react';
import { i18n } from '#i18n';
import { Field } from '../../../components/Field.tsx';
import { moneyText } from '../../../components/formats.ts';
import { wrongFields, type TypedDraft, type TypedField } from './typed-draft.ts';
import { typedMoney } from '../../../components/typed-money.ts';

interface TypedFieldsProps {
  readonly draft: TypedDraft;
  /** Sending was tried: what is wrong is said. */
  readonly tells: boolean;
  readonly onChange: (draft: TypedDraft) => void;
}

/** In the order of IXC's invoice, then of its customer. */
const FIELDS = [
  ['open', 'typed.open', 'typed.open_wrong'],
  ['dueDate', 'typed.due', 'typed.due_wrong'],
  ['customerId', 'typed.customer_id', 'typed.customer_id_wrong'],
  ['name', 'typed.name', 'typed.name_wrong'],
  ['document', 'typed.document', 'typed.document_wrong'],
  ['email', 'typed.email', 'typed.email_wrong'],
  ['mobilePhone', 'typed.phone', 'typed.phone_wrong'],
] as const;

type Input = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'required' | 'maxLength'
>;

const INPUTS: Record<TypedField, Input> = {
  open: { inputMode: 'decimal', required: true, maxLength: 20 },
  dueDate: { type: 'date', required: true },
  customerId: { inputMode: 'numeric', required: true, maxLength: 15 },
  name: { required: true, maxLength: 200 },
  document: { required: true, maxLength: 30 },
  email: { inputMode: 'email', maxLength: 200 },
  mobilePhone: { inputMode: 'tel', maxLength: 30 },
};

export function TypedFields({ draft, tells, onChange }: TypedFieldsProps): ReactElement {
  const wrong = wrongFields(draft);
  return (
    <>
      {FIELDS.map(([field, label, problem]) => (
        <Field
          key={field}
          label={i18n.t(label)}
          hint={hintOf(field, draft)}
          error={tells && wrong.includes(field) ? i18n.t(problem) : undefined}
          value={draft[field]}
          onChange={(typed) => {
            onChange({ ...draft, [field]: typed });
          }}
          {...INPUTS[field]}
        />
      ))}
    </>
  );
}

/** How an amount was understood, before anything is sent with it. */
function hintOf(field: TypedField, draft: TypedDraft): string | undefined {
  switch (field) {
    case 'open': {
      const amount = typedMoney(draft.open);
      return amount === null ? i18n.t('typed.open_hint') : moneyText(amount);
    }
    case 'customerId':
      return i18n.t('typed.customer_id_hint');
    case 'email':
    case 'mobilePhone':
      return i18n.t('typed.optional');
    case 'dueDate':
    case 'name':
    case 'document':
      return undefined;
  }
}

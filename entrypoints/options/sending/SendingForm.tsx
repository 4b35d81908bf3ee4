import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { CheckBox } from '../../../components/CheckBox.tsx';
import { Choice, Choices } from '../../../components/Choice.tsx';
import type { Action } from '../../../components/use-action.ts';
import { SettingsForm } from '../SettingsForm.tsx';
import { DescriptionField } from './DescriptionField.tsx';
import { NotifierChoice } from './NotifierChoice.tsx';
import { OverdueRuleFields } from './OverdueRuleFields.tsx';
import { saveRequest, type SendingDraft } from './sending-draft.ts';
import { TermsFields } from './TermsFields.tsx';

interface SendingFormProps {
  readonly draft: SendingDraft;
  readonly providerName: string | null;
  readonly onChange: (draft: SendingDraft) => void;
  readonly onSubmit: () => void;
  readonly save: Action<null>;
  /** Saving was tried: what is missing is now said. */
  readonly tried: boolean;
}

const METHODS = [
  ['UNDEFINED', 'options_sending.method_UNDEFINED'],
  ['PIX', 'options_sending.method_PIX'],
  ['BOLETO', 'options_sending.method_BOLETO'],
] as const;

export function SendingForm(props: SendingFormProps): ReactElement {
  const { draft, providerName, onChange, onSubmit, save, tried } = props;
  return (
    <SettingsForm
      save={save}
      isPrimary
      refusal={
        tried && draft.notifier !== null && saveRequest(draft) === null
          ? i18n.t('options_sending.not_saved')
          : null
      }
      onSubmit={onSubmit}
    >
      <Choices legend={i18n.t('options_sending.method')}>
        {METHODS.map(([billingType, label]) => (
          <Choice
            key={billingType}
            name="method"
            label={i18n.t(label)}
            checked={draft.billingType === billingType}
            onSelect={() => {
              onChange({ ...draft, billingType });
            }}
          />
        ))}
      </Choices>
      <NotifierChoice
        notifier={draft.notifier}
        missing={tried && draft.notifier === null}
        onChange={(notifier) => {
          onChange({ ...draft, notifier });
        }}
      />
      <OverdueRuleFields draft={draft} onChange={onChange} />
      <TermsFields
        terms={draft.terms}
        onChange={(terms) => {
          onChange({ ...draft, terms });
        }}
      />
      <DescriptionField
        description={draft.description}
        providerName={providerName}
        onChange={(description) => {
          onChange({ ...draft, description });
        }}
      />
      <CheckBox
        label={i18n.t('options_sending.one_click')}
        note={i18n.t('options_sending.one_click_note')}
        checked={draft.oneClick}
        onChange={(oneClick) => {
          onChange({ ...draft, oneClick });
        }}
      />
    </SettingsForm>
  );
}

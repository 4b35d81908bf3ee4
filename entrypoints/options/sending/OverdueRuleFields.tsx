import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Choice, Choices } from '../../../components/Choice.tsx';
import { NumberFields } from '../NumberFields.tsx';
import { LIMITS, numberOf, type SendingDraft } from './sending-draft.ts';

interface OverdueRuleFieldsProps {
  readonly draft: SendingDraft;
  readonly onChange: (draft: SendingDraft) => void;
}

const ACCRUED = [
  ['ask', 'options_sending.accrued_ask'],
  ['charge-until-today', 'options_sending.accrued_charge'],
  ['waive', 'options_sending.accrued_waive'],
] as const;

const NUMBERS = [
  ['dueInDays', 'options_sending.due_in_days', 'options_sending.due_in_days_hint'],
  ['finePercent', 'options_sending.fine', 'options_sending.fine_hint'],
  ['interestPercentMonth', 'options_sending.interest', 'options_sending.interest_hint'],
] as const;

export function OverdueRuleFields({ draft, onChange }: OverdueRuleFieldsProps): ReactElement {
  return (
    <div className="stack">
      <h3>{i18n.t('options_sending.overdue')}</h3>
      <Choices legend={i18n.t('options_sending.accrued')}>
        {ACCRUED.map(([accrued, label]) => (
          <Choice
            key={accrued}
            name="accrued"
            label={i18n.t(label)}
            checked={draft.accrued === accrued}
            onSelect={() => {
              onChange({ ...draft, accrued });
            }}
          />
        ))}
      </Choices>
      <NumberFields
        fields={NUMBERS}
        textOf={(key) => i18n.t(key)}
        typed={draft}
        onType={(field, typed) => {
          onChange({ ...draft, [field]: typed });
        }}
        errorOf={(field) => (numberOf(draft, field) === null ? outOfBounds(field) : undefined)}
        isWhole={(field) => field === 'dueInDays'}
      />
    </div>
  );
}

function outOfBounds(field: keyof typeof LIMITS): string {
  const [min, max] = LIMITS[field];
  return i18n.t('options_sending.number_invalid', { min, max });
}

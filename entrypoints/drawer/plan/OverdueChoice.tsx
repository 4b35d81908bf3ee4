import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Choice, Choices as ChoiceGroup } from '../../../components/Choice.tsx';
import { Field } from '../../../components/Field.tsx';
import { moneyText } from '../../../components/formats.ts';
import { Section } from '../../../components/Section.tsx';
import type { CivilDate } from '../../../lib/billing/calendar.ts';
import { cents } from '../../../lib/billing/money.ts';
import type { Choices } from '../use-choices.ts';
import { DueDateField } from './DueDateField.tsx';
import type { OverdueQuestion } from './overdue-question.ts';

interface OverdueChoiceProps {
  readonly question: OverdueQuestion;
  readonly today: CivilDate;
  readonly choices: Choices;
  /** The finance role, or the setting: anyone else is told who may. */
  readonly mayWaive: boolean;
}

/** An overdue invoice: until when it may be paid, and what happens to what accrued, if anything did. */
export function OverdueChoice({
  question,
  today,
  choices,
  mayWaive,
}: OverdueChoiceProps): ReactElement {
  const { open, accrued, follows, dueDate } = question;
  const chosen = choices.current.accrued ?? follows;
  return (
    <Section heading={i18n.t('choice.overdue_heading')}>
      {accrued.total > 0 && (
        <ChoiceGroup legend={i18n.t('choice.overdue_days', accrued.daysLate)}>
          <Choice
            name="accrued"
            label={i18n.t('choice.charge_until_today')}
            note={i18n.t('choice.charge_until_today_total', {
              total: moneyText(cents(open + accrued.total)),
              open: moneyText(open),
              fine: moneyText(accrued.fine),
              interest: moneyText(accrued.interest),
            })}
            checked={chosen === 'charge-until-today'}
            onSelect={() => {
              choices.choose({ accrued: 'charge-until-today', waiveReason: undefined });
            }}
          />
          {mayWaive ? (
            <Choice
              name="accrued"
              label={i18n.t('choice.waive')}
              note={i18n.t('choice.waive_total', { total: moneyText(open) })}
              checked={chosen === 'waive'}
              onSelect={() => {
                choices.choose({ accrued: 'waive' });
              }}
            />
          ) : (
            <p className="soft">{i18n.t('choice.waive_who')}</p>
          )}
        </ChoiceGroup>
      )}
      {accrued.total > 0 && choices.current.accrued === 'waive' && (
        <Field
          label={i18n.t('choice.waive_reason')}
          hint={i18n.t('choice.waive_reason_hint')}
          value={choices.current.waiveReason ?? ''}
          onChange={(typed) => {
            choices.choose({ waiveReason: typed === '' ? undefined : typed }, 'typing');
          }}
          maxLength={200}
          required
        />
      )}
      <DueDateField dueDate={dueDate} today={today} choices={choices} />
    </Section>
  );
}

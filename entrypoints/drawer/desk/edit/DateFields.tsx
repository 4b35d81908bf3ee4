import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Choice, Choices } from '../../../../components/Choice.tsx';
import { Field } from '../../../../components/Field.tsx';
import { moneyText } from '../../../../components/formats.ts';
import type { CivilDate } from '../../../../lib/billing/calendar.ts';
import { cents } from '../../../../lib/billing/money.ts';
import type { EditForm } from '../../../../lib/messages/charge-edit.ts';
import type { DraftLine } from './use-edit-draft.ts';

interface DateFieldsProps {
  readonly form: EditForm;
  readonly line: DraftLine;
  readonly today: CivilDate;
}

/** The new date, and for an overdue invoice what becomes of what accrued. */
export function DateFields({ form, line, today }: DateFieldsProps): ReactElement {
  const { draft, edit } = line;
  const accrued = form.preview?.plan.accrued ?? null;
  return (
    <>
      <Field
        label={i18n.t('edit.due_date')}
        type="date"
        min={today}
        value={draft.dueDate}
        onChange={(dueDate) => {
          edit({ dueDate });
        }}
        required
        autoFocus
      />
      {accrued !== null && accrued.total > 0 && (
        <Choices
          legend={i18n.t('edit.accrued_legend', {
            accrued: moneyText(accrued.total),
            days: String(accrued.daysLate),
          })}
        >
          <Choice
            name="edit-accrued"
            label={i18n.t('edit.accrued_charge')}
            note={i18n.t('edit.accrued_charge_note', {
              total: moneyText(cents(form.open + accrued.total)),
              open: moneyText(form.open),
              fine: moneyText(accrued.fine),
              interest: moneyText(accrued.interest),
            })}
            checked={draft.accrued === 'charge-until-today'}
            onSelect={() => {
              edit({ accrued: 'charge-until-today' });
            }}
          />
          <Choice
            name="edit-accrued"
            label={i18n.t('edit.accrued_waive')}
            note={i18n.t('edit.accrued_waive_note', {
              total: moneyText(form.open),
              accrued: moneyText(accrued.total),
            })}
            checked={draft.accrued === 'waive'}
            onSelect={() => {
              edit({ accrued: 'waive' });
            }}
          />
        </Choices>
      )}
    </>
  );
}

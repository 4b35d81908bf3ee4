import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Field } from '../../../components/Field.tsx';
import { civilDate, type CivilDate } from '../../../lib/billing/calendar.ts';
import type { Choices } from '../use-choices.ts';

interface DueDateFieldProps {
  /** What the plan proposes or follows. */
  readonly dueDate: CivilDate;
  readonly today: CivilDate;
  readonly choices: Choices;
}

/** A date is typed in parts: until it is whole and not past, no plan is asked for and nothing can be confirmed. */
export function DueDateField({ dueDate, today, choices }: DueDateFieldProps): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? dueDate;
  const isUsable = civilDate(shown) !== null && shown >= today;

  const edit = (text: string): void => {
    setTyped(text);
    const date = civilDate(text);
    if (date !== null && date >= today) choices.choose({ dueDate: date }, 'typing');
    else choices.hold();
  };
  return (
    <Field
      label={i18n.t('choice.due_date')}
      type="date"
      min={today}
      value={shown}
      error={isUsable ? undefined : i18n.t('choice.due_date_past')}
      onChange={edit}
    />
  );
}

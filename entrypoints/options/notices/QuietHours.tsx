import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Choice, Choices } from '../../../components/Choice.tsx';
import { Field } from '../../../components/Field.tsx';
import { hoursFault, passesMidnight, type NoticesDraft } from './notices-draft.ts';

interface QuietHoursProps {
  readonly draft: NoticesDraft;
  readonly onChange: (draft: NoticesDraft) => void;
}

/** Hours of this computer's clock in which nothing is shown. */
export function QuietHours({ draft, onChange }: QuietHoursProps): ReactElement {
  const choose = (isQuiet: boolean) => () => {
    onChange({ ...draft, isQuiet });
  };
  return (
    <div className="stack">
      <Choices legend={i18n.t('options_notices.when')}>
        <Choice
          name="quiet"
          label={i18n.t('options_notices.always')}
          checked={!draft.isQuiet}
          onSelect={choose(false)}
        />
        <Choice
          name="quiet"
          label={i18n.t('options_notices.quiet')}
          note={i18n.t('options_notices.quiet_note')}
          checked={draft.isQuiet}
          onSelect={choose(true)}
        />
      </Choices>
      {draft.isQuiet && (
        <div className="numbers">
          <Field
            label={i18n.t('options_notices.from')}
            type="time"
            value={draft.from}
            onChange={(from) => {
              onChange({ ...draft, from });
            }}
            hint={spanText(draft)}
          />
          <Field
            label={i18n.t('options_notices.to')}
            type="time"
            value={draft.to}
            onChange={(to) => {
              onChange({ ...draft, to });
            }}
            error={faultText(draft)}
          />
        </div>
      )}
    </div>
  );
}

function spanText(draft: NoticesDraft): string | undefined {
  if (hoursFault(draft) !== null) return undefined;
  const { from, to } = draft;
  return passesMidnight(draft)
    ? i18n.t('options_notices.next_day', { from, to })
    : i18n.t('options_notices.same_day', { from, to });
}

function faultText(draft: NoticesDraft): string | undefined {
  switch (hoursFault(draft)) {
    case 'missing':
      return i18n.t('options_notices.hours_missing');
    case 'equal':
      return i18n.t('options_notices.hours_equal');
    case null:
      return undefined;
  }
}

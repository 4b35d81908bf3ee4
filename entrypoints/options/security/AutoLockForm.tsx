import { useId, useState, type ReactElement, type SyntheticEvent } from 'react';
import { i18n } from '#i18n';
import { ActionOutcome } from '../../../components/ActionOutcome.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { SectionProps } from '../section-props.ts';

const MINUTES = [1, 5, 15, 30, 60, 120, 240, 480];

export function AutoLockForm({ setup, onChange }: SectionProps): ReactElement {
  const id = useId();
  const saved = setup.security.autoLockMinutes;
  const [edited, setEdited] = useState<number | null | undefined>(undefined);
  const save = useAction<null>();
  const minutes = edited === undefined ? saved : edited;
  const offered =
    minutes === null || MINUTES.includes(minutes)
      ? MINUTES
      : [...MINUTES, minutes].sort((a, b) => a - b);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const outcome = await save.run(() => ask({ verb: 'security/save', autoLockMinutes: minutes }));
    if (outcome.ok) onChange();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor={id}>{i18n.t('options_security.auto_lock')}</label>
        <select
          id={id}
          value={minutes ?? ''}
          onChange={(event) => {
            setEdited(event.target.value === '' ? null : Number(event.target.value));
            save.reset();
          }}
        >
          <option value="">{i18n.t('options_security.auto_lock_never')}</option>
          {offered.map((each) => (
            <option key={each} value={each}>
              {durationText(each)}
            </option>
          ))}
        </select>
        {setup.vault === 'device' && (
          <p className="hint">{i18n.t('options_security.auto_lock_needs')}</p>
        )}
      </div>
      <ActionOutcome action={save} />
      <div className="buttons">
        <button type="submit" disabled={save.busy}>
          {save.busy ? i18n.t('action.saving') : i18n.t('action.save')}
        </button>
      </div>
    </form>
  );
}

function durationText(minutes: number): string {
  return minutes >= 60 && minutes % 60 === 0
    ? i18n.t('options_security.auto_lock_hours', minutes / 60)
    : i18n.t('options_security.auto_lock_minutes', minutes);
}

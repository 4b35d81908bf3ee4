import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { SelectField } from '../../../components/SelectField.tsx';

const MINUTES = [1, 5, 15, 30, 60, 120, 240, 480];
const NEVER = 'never';

interface AutoLockFieldProps {
  readonly minutes: number | null;
  readonly hasPassphrase: boolean;
  readonly onChange: (minutes: number | null) => void;
}

/** A number that a policy or another version chose is offered too. */
export function AutoLockField(props: AutoLockFieldProps): ReactElement {
  const { minutes, hasPassphrase, onChange } = props;
  const offered =
    minutes === null || MINUTES.includes(minutes)
      ? MINUTES
      : [...MINUTES, minutes].sort((a, b) => a - b);
  return (
    <SelectField
      label={i18n.t('options_security.auto_lock')}
      {...(hasPassphrase ? {} : { hint: i18n.t('options_security.auto_lock_needs') })}
      value={minutes === null ? NEVER : String(minutes)}
      options={[
        { value: NEVER, label: i18n.t('options_security.auto_lock_never') },
        ...offered.map((each) => ({ value: String(each), label: durationText(each) })),
      ]}
      onChange={(chosen) => {
        onChange(chosen === NEVER ? null : Number(chosen));
      }}
    />
  );
}

function durationText(minutes: number): string {
  return minutes >= 60 && minutes % 60 === 0
    ? i18n.t('options_security.auto_lock_hours', minutes / 60)
    : i18n.t('options_security.auto_lock_minutes', minutes);
}

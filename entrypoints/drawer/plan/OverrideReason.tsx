import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Field } from '../../../components/Field.tsx';
import { isTooShort } from './override-reason.ts';

interface OverrideReasonProps {
  readonly label: string;
  readonly hint: string;
  readonly reason: string;
  readonly onChange: (reason: string) => void;
  /** Sending was tried: what is missing is now said. */
  readonly tried: boolean;
}

/** Why somebody sends what is otherwise not sent: for whoever reads the audit. */
export function OverrideReason(props: OverrideReasonProps): ReactElement {
  const { label, hint, reason, onChange, tried } = props;
  return (
    <Field
      label={label}
      hint={hint}
      error={tried && isTooShort(reason) ? i18n.t('choice.override_short') : undefined}
      value={reason}
      onChange={onChange}
      maxLength={200}
      autoComplete="off"
      required
    />
  );
}

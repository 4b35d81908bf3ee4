import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Field } from './Field.tsx';

interface SecretFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** `off` for keys and tokens: no password manager should offer to keep them. */
  readonly autoComplete: 'off' | 'new-password' | 'current-password';
  readonly autoFocus?: boolean;
}

/** A password input that can be shown while typing, to check what was pasted. */
export function SecretField(props: SecretFieldProps): ReactElement {
  const [shown, setShown] = useState(false);
  const toggle = shown ? 'field.conceal' : 'field.reveal';
  return (
    <Field
      {...props}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="off"
      data-1p-ignore={props.autoComplete === 'off' ? '' : undefined}
      data-lpignore={props.autoComplete === 'off' ? 'true' : undefined}
      after={
        <button
          type="button"
          className="quiet"
          aria-label={i18n.t(toggle, { name: props.label })}
          aria-pressed={shown}
          onClick={() => {
            setShown(!shown);
          }}
        >
          {shown ? i18n.t('action.hide') : i18n.t('action.show')}
        </button>
      }
    />
  );
}

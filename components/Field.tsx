import type { InputHTMLAttributes, ReactElement, ReactNode } from 'react';
import { useFieldNotes } from './use-field-notes.tsx';

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'className'>;

interface FieldProps extends InputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Beside the input: a reveal button. */
  readonly after?: ReactNode;
}

/** A labelled input whose hint and error are read with it. */
export function Field(props: FieldProps): ReactElement {
  const { label, value, onChange, hint, error, after, ...input } = props;
  const { control, notes } = useFieldNotes(hint, error);
  return (
    <div className="field">
      <label htmlFor={control.id}>{label}</label>
      <div className="field-row">
        <input
          {...control}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
          {...input}
        />
        {after}
      </div>
      {notes}
    </div>
  );
}

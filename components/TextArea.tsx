import type { ReactElement, ReactNode } from 'react';
import { useFieldNotes } from './use-field-notes.tsx';

interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly rows?: number;
  readonly maxLength?: number;
}

/** A labelled text of several lines whose hint and error are read with it. */
export function TextArea(props: TextAreaProps): ReactElement {
  const { label, value, onChange, hint, error, rows = 2, maxLength } = props;
  const { control, notes } = useFieldNotes(hint, error);
  return (
    <div className="field">
      <label htmlFor={control.id}>{label}</label>
      <textarea
        {...control}
        rows={rows}
        maxLength={maxLength}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {notes}
    </div>
  );
}

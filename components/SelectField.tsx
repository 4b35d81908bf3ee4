import type { ReactElement, ReactNode } from 'react';
import { useFieldNotes } from './use-field-notes.tsx';

interface SelectFieldProps<T extends string> {
  readonly label: string;
  /** Told to screen readers only: which of several lists with the same label this is. */
  readonly of?: string;
  readonly hidesLabel?: boolean;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

/** A labelled list to pick one of, whose hint and error are read with it. */
export function SelectField<T extends string>(props: SelectFieldProps<T>): ReactElement {
  const { label, of, value, options, onChange, disabled, hint, error } = props;
  const { control, notes } = useFieldNotes(hint, error);
  return (
    <div className="field">
      <label
        htmlFor={control.id}
        className={props.hidesLabel === true ? 'visually-hidden' : undefined}
      >
        {label}
        {of !== undefined && <span className="visually-hidden"> {of}</span>}
      </label>
      <select
        {...control}
        value={value}
        disabled={disabled}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {notes}
    </div>
  );
}

import { useId, type InputHTMLAttributes, type ReactElement, type ReactNode } from 'react';

interface NotedInputProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  /** Describes the name, and does not lengthen it. */
  readonly note: ReactNode;
  /** Id of what describes it where there is no note. */
  readonly describedBy?: string | undefined;
}

/** Something to tick, with its consequence written under it. */
export function NotedInput({ label, note, describedBy, ...input }: NotedInputProps): ReactElement {
  const id = useId();
  return (
    <label className="choice" htmlFor={id}>
      <input
        id={id}
        {...input}
        aria-labelledby={`${id}-label`}
        aria-describedby={note === undefined ? describedBy : `${id}-note`}
      />
      <span>
        <span id={`${id}-label`}>{label}</span>
        {note !== undefined && <small id={`${id}-note`}>{note}</small>}
      </span>
    </label>
  );
}

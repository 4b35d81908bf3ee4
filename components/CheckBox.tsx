import { useId, type ReactElement, type ReactNode } from 'react';

interface CheckBoxProps {
  readonly label: string;
  readonly note?: ReactNode;
  /** `switch`: it works at once, without being saved. */
  readonly kind?: 'switch';
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One yes or no with its consequence written under it, which describes the name and does not lengthen it. */
export function CheckBox({ label, note, kind, checked, onChange }: CheckBoxProps): ReactElement {
  const id = useId();
  return (
    <label className="choice" htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        role={kind}
        checked={checked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
        aria-labelledby={`${id}-label`}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
      />
      <span>
        <span id={`${id}-label`}>{label}</span>
        {note !== undefined && <small id={`${id}-note`}>{note}</small>}
      </span>
    </label>
  );
}

import { useId, type ReactElement, type ReactNode } from 'react';

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly note?: ReactNode;
  /** Id of what else describes it. */
  readonly describedBy?: string;
  readonly checked: boolean;
  readonly onSelect: () => void;
}

/** One radio with its consequence written under it. The note describes, and does not lengthen, the name. */
export function Choice(props: ChoiceProps): ReactElement {
  const { name, label, note, describedBy, checked, onSelect } = props;
  const id = useId();
  return (
    <label className="choice" htmlFor={id}>
      <input
        id={id}
        type="radio"
        name={name}
        checked={checked}
        onChange={onSelect}
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

interface ChoicesProps {
  readonly legend: string;
  readonly children: ReactNode;
}

export function Choices({ legend, children }: ChoicesProps): ReactElement {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

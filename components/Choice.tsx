import type { ReactElement, ReactNode } from 'react';
import { NotedInput } from './NotedInput.tsx';

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly note?: ReactNode;
  /** Id of what else describes it. */
  readonly describedBy?: string;
  readonly checked: boolean;
  readonly onSelect: () => void;
}

/** One radio with its consequence written under it. */
export function Choice(props: ChoiceProps): ReactElement {
  const { name, label, note, describedBy, checked, onSelect } = props;
  return (
    <NotedInput
      label={label}
      note={note}
      describedBy={describedBy}
      type="radio"
      name={name}
      checked={checked}
      onChange={onSelect}
    />
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

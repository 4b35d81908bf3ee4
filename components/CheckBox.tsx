import type { ReactElement, ReactNode } from 'react';
import { NotedInput } from './NotedInput.tsx';

interface CheckBoxProps {
  readonly label: string;
  readonly note?: ReactNode;
  /** `switch`: it works at once, without being saved. */
  readonly kind?: 'switch';
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One yes or no with its consequence written under it. */
export function CheckBox({ label, note, kind, checked, onChange }: CheckBoxProps): ReactElement {
  return (
    <NotedInput
      label={label}
      note={note}
      type="checkbox"
      role={kind}
      checked={checked}
      onChange={(event) => {
        onChange(event.target.checked);
      }}
    />
  );
}

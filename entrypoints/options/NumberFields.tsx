import type { ReactElement } from 'react';
import { Field } from '../../components/Field.tsx';

interface NumberFieldsProps<Name extends string, Key> {
  /** The message of each one's label, and of its hint. */
  readonly fields: readonly (readonly [name: Name, label: Key, hint: Key])[];
  readonly textOf: (key: Key) => string;
  readonly typed: Readonly<Record<Name, string>>;
  readonly onType: (name: Name, typed: string) => void;
  /** Undefined: what was typed can be saved. */
  readonly errorOf: (name: Name) => string | undefined;
  readonly isWhole: (name: Name) => boolean;
  /** What stands where nothing was typed. */
  readonly placeholder?: string;
}

/** Numbers side by side, each as it was typed until it is saved. */
export function NumberFields<Name extends string, Key>(
  props: NumberFieldsProps<Name, Key>,
): ReactElement {
  const { fields, textOf, typed, onType, errorOf, isWhole, placeholder } = props;
  return (
    <div className="numbers">
      {fields.map(([name, label, hint]) => (
        <Field
          key={name}
          label={textOf(label)}
          hint={textOf(hint)}
          error={errorOf(name)}
          placeholder={placeholder}
          value={typed[name]}
          onChange={(text) => {
            onType(name, text);
          }}
          inputMode={isWhole(name) ? 'numeric' : 'decimal'}
          autoComplete="off"
        />
      ))}
    </div>
  );
}

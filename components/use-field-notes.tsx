import { useId, type ReactElement, type ReactNode } from 'react';

interface FieldNotes {
  /** What ties the control to its label and to what is read with it. */
  readonly control: {
    readonly id: string;
    readonly 'aria-invalid': true | undefined;
    readonly 'aria-describedby': string | undefined;
  };
  /** What stands below it. */
  readonly notes: ReactElement;
}

/** The error and the hint of one control, each read with it while it is there. */
export function useFieldNotes(hint: ReactNode, error: string | undefined): FieldNotes {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`];
  return {
    control: {
      id,
      'aria-invalid': error === undefined ? undefined : true,
      'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    },
    notes: (
      <>
        {error !== undefined && (
          <p id={`${id}-error`} className="error">
            {error}
          </p>
        )}
        {hint !== undefined && (
          <div id={`${id}-hint`} className="hint">
            {hint}
          </div>
        )}
      </>
    ),
  };
}

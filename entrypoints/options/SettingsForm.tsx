import type { ReactElement, ReactNode } from 'react';
import { Notice } from '../../components/Notice.tsx';
import type { Action } from '../../components/use-action.ts';
import { SaveButton } from './SaveButton.tsx';

interface SettingsFormProps {
  readonly save: Pick<Action<unknown>, 'busy' | 'done' | 'failure'>;
  readonly isPrimary?: boolean;
  /** What was typed cannot be saved as it is. */
  readonly disabled?: boolean;
  /** Why nothing was saved; null: nothing is missing, or saving was not tried. */
  readonly refusal?: string | null;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** One part of the settings, saved as a whole. */
export function SettingsForm(props: SettingsFormProps): ReactElement {
  const { save, isPrimary = false, disabled = false, refusal = null, onSubmit, children } = props;
  return (
    <form
      className="stack wide"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      {refusal !== null && (
        <Notice tone="bad" role="alert">
          <p>{refusal}</p>
        </Notice>
      )}
      <SaveButton save={save} isPrimary={isPrimary} disabled={disabled} />
    </form>
  );
}

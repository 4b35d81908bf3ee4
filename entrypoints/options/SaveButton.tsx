import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { ActionOutcome } from '../../components/ActionOutcome.tsx';
import type { Action } from '../../components/use-action.ts';

interface SaveButtonProps {
  readonly save: Pick<Action<unknown>, 'busy' | 'done' | 'failure'>;
  readonly isPrimary?: boolean;
  /** What was typed cannot be saved as it is. */
  readonly disabled?: boolean;
}

/** The end of a form: how the last saving went, and the button that saves. */
export function SaveButton({ save, isPrimary, disabled }: SaveButtonProps): ReactElement {
  return (
    <>
      <ActionOutcome action={save} />
      <div className="buttons">
        <button
          type="submit"
          className={isPrimary === true ? 'primary' : undefined}
          disabled={save.busy || disabled === true}
        >
          {save.busy ? i18n.t('action.saving') : i18n.t('action.save')}
        </button>
      </div>
    </>
  );
}

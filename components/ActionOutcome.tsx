import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from './FailureNotice.tsx';
import { Notice } from './Notice.tsx';
import type { Action } from './use-action.ts';

interface ActionOutcomeProps {
  readonly action: Pick<Action<unknown>, 'done' | 'failure'>;
  /** Said on success; "Salvo." when absent. */
  readonly success?: string;
}

/** How the last thing asked ended, in the place where it was asked. */
export function ActionOutcome({ action, success }: ActionOutcomeProps): ReactElement | null {
  if (action.failure !== null) return <FailureNotice failure={action.failure} />;
  if (action.done === null) return null;
  return (
    <Notice tone="good" role="status">
      <p>{success ?? i18n.t('action.saved')}</p>
    </Notice>
  );
}

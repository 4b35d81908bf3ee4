import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../components/Notice.tsx';
import { failureText } from '../../components/text.ts';
import type { FailureView } from '../../lib/messages/failure.ts';

interface SilentProps {
  readonly failure: FailureView;
  readonly onRetry: () => void;
}

/** The worker did not answer, or not with the setup: what is below comes from the ledger, and is still so. */
export function Silent({ failure, onRetry }: SilentProps): ReactElement {
  return (
    <Notice tone="warn" role="status" title={i18n.t('popup.worker_silent')}>
      {failure.code !== 'internal' && <p>{failureText(failure)}</p>}
      <button type="button" onClick={onRetry}>
        {i18n.t('action.retry')}
      </button>
    </Notice>
  );
}

import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { failureText } from '../../components/text.ts';
import type { DrawerRequest } from '../../lib/messages/drawer.ts';
import type { FailureView } from '../../lib/messages/failure.ts';
import { OpenOptions } from './OpenOptions.tsx';
import { isSolvedInOptions } from './ways-out.ts';

interface FailureProps {
  readonly failure: FailureView;
  /** Null where a fresh plan is already on screen: confirming it is the way on. */
  readonly onRetry: (() => void) | null;
  readonly send: (request: DrawerRequest) => void;
}

export function Failure({ failure, onRetry, send }: FailureProps): ReactElement {
  if (failure.code === 'locked')
    return (
      <Notice tone="warn" role="alert" title={i18n.t('drawer.locked_title')}>
        <p>{failureText(failure)}</p>
        <OpenOptions label={i18n.t('drawer.open_options_unlock')} primary send={send} />
      </Notice>
    );
  return (
    <FailureNotice failure={failure} title={i18n.t('drawer.failure_title')}>
      <span className="buttons">
        {isSolvedInOptions(failure.code) && <OpenOptions send={send} />}
        {onRetry !== null && (
          <button type="button" onClick={onRetry}>
            {i18n.t('action.retry')}
          </button>
        )}
      </span>
    </FailureNotice>
  );
}

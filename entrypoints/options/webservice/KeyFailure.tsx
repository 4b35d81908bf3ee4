import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import type { FailureView } from '../../../lib/messages/failure.ts';
import { isInsistable } from './insistable.ts';

interface KeyFailureProps {
  /** Null: nothing was refused. */
  readonly failure: FailureView | null;
  readonly busy: boolean;
  readonly onInsist: () => void;
}

/** Why a key was not taken, and the way past it where the operator may know better. */
export function KeyFailure({ failure, busy, onInsist }: KeyFailureProps): ReactElement | null {
  if (failure === null) return null;
  return (
    <FailureNotice failure={failure}>
      {isInsistable(failure) && (
        <button type="button" disabled={busy} onClick={onInsist}>
          {i18n.t('options_webservice.use_key_anyway')}
        </button>
      )}
    </FailureNotice>
  );
}

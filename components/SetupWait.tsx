import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from './FailureNotice.tsx';
import type { Setup } from './use-setup.ts';

/** What stands in for a setup that is still being read, and why it could not be, with another try. */
export function SetupWait({ setup }: { readonly setup: Setup }): ReactElement | null {
  const { view, failure, reload } = setup;
  if (failure !== null)
    return (
      <FailureNotice failure={failure}>
        <button type="button" onClick={() => void reload()}>
          {i18n.t('action.retry')}
        </button>
      </FailureNotice>
    );
  return view === null ? <p className="soft">{i18n.t('action.loading')}</p> : null;
}

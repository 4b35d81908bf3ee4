import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { useSetup } from '../../components/use-setup.ts';
import { Header } from './Header.tsx';
import { Links } from './Links.tsx';
import { Lock } from './Lock.tsx';
import { SetupState } from './SetupState.tsx';

export function App(): ReactElement {
  const { view, failure, reload } = useSetup();
  const onChange = (): void => void reload();
  return (
    <main className="stack">
      <Header vault={view?.vault ?? null} />
      {failure !== null && (
        <FailureNotice failure={failure}>
          <button type="button" onClick={onChange}>
            {i18n.t('action.retry')}
          </button>
        </FailureNotice>
      )}
      {view === null && failure === null && <p className="soft">{i18n.t('action.loading')}</p>}
      {view !== null && (
        <>
          <SetupState setup={view} />
          <Lock vault={view.vault} onChange={onChange} />
          <Links panels={view.panels} />
        </>
      )}
    </main>
  );
}

import type { ReactElement } from 'react';
import { SetupWait } from '../../components/SetupWait.tsx';
import { useSetup } from '../../components/use-setup.ts';
import { Header } from './Header.tsx';
import { Links } from './Links.tsx';
import { Lock } from './Lock.tsx';
import { SetupState } from './SetupState.tsx';

export function App(): ReactElement {
  const setup = useSetup();
  const { view } = setup;
  const onChange = (): void => void setup.reload();
  return (
    <main className="stack">
      <Header vault={view?.vault ?? null} />
      <SetupWait setup={setup} />
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

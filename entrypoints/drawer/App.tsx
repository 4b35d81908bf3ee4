import { useEffect, useRef, useState, useSyncExternalStore, type ReactElement } from 'react';
import { i18n } from '#i18n';
import type { DrawerConnection } from './connection.ts';
import { Contents } from './Contents.tsx';
import { Header } from './Header.tsx';
import { createDrawerKeys } from './keys/drawer-keys.ts';
import { ShortcutsDialog } from './keys/ShortcutsDialog.tsx';
import { closeFrame } from '../../components/host-frame.ts';

/** Nothing until the worker welcomed this frame, nothing once it refused it. */
export function App({
  connection,
}: {
  readonly connection: DrawerConnection;
}): ReactElement | null {
  const state = useSyncExternalStore(connection.subscribe, connection.getState);
  const [help, setHelp] = useState(false);
  const isHelpOpen = useRef(help);
  useEffect(() => {
    isHelpOpen.current = help;
  });
  useEffect(() => {
    const onKey = createDrawerKeys({
      isHelpOpen: () => isHelpOpen.current,
      showHelp: setHelp,
      close: closeFrame,
    });
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);

  if (state.phase !== 'open' || state.invoiceId === null) return null;
  return (
    <>
      <Header
        invoiceId={state.invoiceId}
        account={state.snapshot?.account ?? null}
        onHelp={() => {
          setHelp(true);
        }}
      />
      {help && (
        <ShortcutsDialog
          onClose={() => {
            setHelp(false);
          }}
        />
      )}
      {!state.connected && (
        <p role="status" className="reconnecting small">
          {state.orphaned ? i18n.t('drawer.outdated') : i18n.t('drawer.reconnecting')}
        </p>
      )}
      {state.snapshot === null ? (
        <main>
          <p className="soft">{i18n.t('drawer.loading')}</p>
        </main>
      ) : (
        <Contents
          key={state.invoiceId}
          snapshot={state.snapshot}
          received={state.received}
          connected={state.connected}
          send={connection.send}
        />
      )}
    </>
  );
}

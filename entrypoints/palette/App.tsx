import { useEffect, useState, useSyncExternalStore, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { copyText } from '../../components/clipboard.ts';
import { closeFrame } from '../../components/host-frame.ts';
import type { PaletteConnection } from './connection.ts';
import { createPaletteDesk } from './desk.ts';
import { createKeys } from './keys.ts';
import { Results } from './Results.tsx';
import { SaidLine } from './SaidLine.tsx';
import { SearchField } from './SearchField.tsx';
import { Shortcuts } from './Shortcuts.tsx';

/** Nothing until the worker welcomed this frame, nothing once it refused it. */
export function App({
  connection,
}: {
  readonly connection: PaletteConnection;
}): ReactElement | null {
  const line = useSyncExternalStore(connection.subscribe, connection.getState);
  const [desk] = useState(() => createPaletteDesk(connection, copyText));
  const state = useSyncExternalStore(desk.subscribe, desk.getState);
  const [help, setHelp] = useState(false);
  const open = (invoiceId: string): void => {
    connection.send({ verb: 'open', invoiceId });
    closeFrame();
  };
  useEffect(() => {
    const onKey = createKeys({
      desk,
      help,
      showHelp: setHelp,
      close: closeFrame,
    });
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [desk, help]);

  if (line.phase !== 'open') return null;
  return (
    <>
      <header className="palette-head">
        <h1 className="visually-hidden">{i18n.t('palette.heading')}</h1>
        <SearchField state={state} desk={desk} />
        <button
          type="button"
          className="quiet"
          aria-label={i18n.t('palette.shortcuts')}
          aria-expanded={help}
          onClick={() => {
            setHelp(!help);
          }}
        >
          <kbd>?</kbd>
        </button>
        <button
          type="button"
          className="quiet close"
          aria-label={i18n.t('palette.close')}
          onClick={closeFrame}
        >
          <span aria-hidden="true">×</span>
        </button>
      </header>
      {!line.connected && (
        <p role="status" className="reconnecting small">
          {line.orphaned ? i18n.t('drawer.outdated') : i18n.t('drawer.reconnecting')}
        </p>
      )}
      <main>
        {help ? (
          <Shortcuts />
        ) : (
          <Results
            state={state}
            desk={desk}
            onOpen={open}
            onOptions={() => {
              connection.send({ verb: 'open-options' });
            }}
          />
        )}
      </main>
      <SaidLine state={state} />
    </>
  );
}

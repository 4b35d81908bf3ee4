import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import type { FailureCode } from '../../lib/messages/failure.ts';
import { Client } from './Client.tsx';
import type { DeskState, PaletteDesk } from './desk.ts';

interface ResultsProps {
  readonly state: DeskState;
  readonly desk: PaletteDesk;
  readonly onOpen: (invoiceId: string) => void;
  readonly onOptions: () => void;
}

/** Whose way out is on the options page. */
const SETUP: readonly FailureCode[] = [
  'locked',
  'ixc-token-missing',
  'ixc-token-refused',
  'permission-missing',
  'panel-unknown',
  'no-account',
];

/** Whom the text may mean, with what they owe; or why nobody is shown. */
export function Results({ state, desk, onOpen, onOptions }: ResultsProps): ReactElement {
  const { results, isSearching, text } = state;
  if (isSearching) return <Hint text={i18n.t('palette.searching')} />;
  if (results === null || text.trim() === '') return <Hint text={i18n.t('palette.begin')} />;
  if (results === 'too-short') return <Hint text={i18n.t('palette.too_short')} />;
  const { clients, hasMore, failure } = results;
  return (
    <>
      {failure !== null && (
        <FailureNotice failure={failure}>
          {SETUP.includes(failure.code) && (
            <button type="button" onClick={onOptions}>
              {i18n.t('action.open_options')}
            </button>
          )}
        </FailureNotice>
      )}
      {(clients.length > 0 || failure === null) && (
        <p role="status" className="small soft">
          {hasMore ? i18n.t('palette.too_many') : i18n.t('palette.found', clients.length)}
        </p>
      )}
      {clients.map((client) => (
        <Client
          key={`${client.foundBy} ${client.id ?? ''}`}
          client={client}
          state={state}
          desk={desk}
          onOpen={onOpen}
        />
      ))}
    </>
  );
}

function Hint({ text }: { readonly text: string }): ReactElement {
  return (
    <p role="status" className="soft hint">
      {text}
    </p>
  );
}

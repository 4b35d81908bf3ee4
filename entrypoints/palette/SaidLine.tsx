import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import type { DeskState } from './desk.ts';
import { saidText } from './words.ts';

/** What came of the last key, said aloud too. It has its place from the start, so that nothing moves. */
export function SaidLine({ state }: { readonly state: DeskState }): ReactElement {
  const { said, busy } = state;
  const isGood = said === null || said.kind === 'done' || said.kind === 'refreshed';
  return (
    <footer className={`said ${isGood ? 'tone-good' : 'tone-warn'}`} data-said={said?.kind ?? ''}>
      <p role="status" aria-live="polite">
        {busy === null ? said && saidText(said) : i18n.t('palette.fetching')}
      </p>
    </footer>
  );
}

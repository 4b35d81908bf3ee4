import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import type { SetupView } from '../../lib/messages/pages.ts';
import { openOptions } from './open-options.ts';
import { openPalette } from './open-palette.ts';
import { openPanel } from './open-panel.ts';
import { environmentOf, hostOf, type Known } from './places.ts';

const ASAAS = { production: 'https://www.asaas.com/', sandbox: 'https://sandbox.asaas.com/' };

/** The ways out of here: every panel, Asaas's own pages, the options, and the help in them. */
export function Links({ known }: { readonly known: Known }): ReactElement {
  const panels: SetupView['panels'] = known?.panels ?? [];
  const environments = new Set((known?.accounts ?? []).map(({ id }) => environmentOf(id)));
  return (
    <nav className="buttons" aria-label={i18n.t('popup.links')}>
      {panels.length > 0 && (
        <button type="button" onClick={() => void openPalette()}>
          {i18n.t('palette.open')}
        </button>
      )}
      {panels.map(({ origin }) => (
        <button key={origin} type="button" onClick={() => void openPanel(origin)}>
          {panels.length === 1 ? i18n.t('popup.open_panel') : hostOf(origin)}
        </button>
      ))}
      <button type="button" onClick={() => void openOptions()}>
        {i18n.t('popup.options')}
      </button>
      {[...environments].map((environment) => (
        <a key={environment} href={ASAAS[environment]} target="_blank" rel="noreferrer noopener">
          {environment === 'production' ? i18n.t('popup.asaas') : i18n.t('popup.asaas_sandbox')}
        </a>
      ))}
      <a href="/options.html#help" target="_blank" rel="noreferrer noopener">
        {i18n.t('popup.help')}
      </a>
    </nav>
  );
}

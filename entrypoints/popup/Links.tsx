import type { ReactElement } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { SetupView } from '../../lib/messages/pages.ts';

export function Links({ panels }: Pick<SetupView, 'panels'>): ReactElement {
  return (
    <nav className="buttons">
      {panels.map(({ origin }) => (
        <a key={origin} href={`${origin}/adm.php`} target="_blank" rel="noreferrer noopener">
          {panels.length === 1 ? i18n.t('popup.open_panel') : new URL(origin).host}
        </a>
      ))}
      <button type="button" onClick={() => void openOptions()}>
        {i18n.t('popup.options')}
      </button>
    </nav>
  );
}

async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
  window.close();
}

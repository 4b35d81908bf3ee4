import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';

/** Renders a page into `#root`, in the language of the messages rather than of the file. */
export function mount(page: ReactElement): void {
  document.documentElement.lang = i18n.t('locale');
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  createRoot(root).render(<StrictMode>{page}</StrictMode>);
}

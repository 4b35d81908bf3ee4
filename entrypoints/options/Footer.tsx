import type { ReactElement } from 'react';
import { i18n } from '#i18n';

export function Footer({ version }: { readonly version: string }): ReactElement {
  return (
    <footer className="stack small soft">
      <h2>{i18n.t('options.privacy_heading')}</h2>
      <p>{i18n.t('options.privacy')}</p>
      <p>{i18n.t('options.unaffiliated')}</p>
      <p>{i18n.t('options.version', { version })}</p>
    </footer>
  );
}

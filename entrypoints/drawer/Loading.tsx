import type { ReactElement } from 'react';
import { i18n } from '#i18n';

export function Loading(): ReactElement {
  return (
    <p role="status" className="soft">
      {i18n.t('drawer.loading')}
    </p>
  );
}

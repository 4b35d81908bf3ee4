import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import type { Environment } from '../lib/billing/charge.ts';
import { Badge } from './Badge.tsx';

/** Production is the quiet one: the tests are what must not be mistaken for real money. */
export function EnvironmentBadge({ of }: { readonly of: Environment }): ReactElement {
  return of === 'production' ? (
    <Badge tone="quiet">{i18n.t('environment.production')}</Badge>
  ) : (
    <Badge tone="warn">{i18n.t('environment.sandbox')}</Badge>
  );
}

import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Badge } from '../../components/Badge.tsx';
import type { VaultState } from '../../lib/messages/pages.ts';

/** The lock is shown only to those who have a passphrase. */
export function Header({ vault }: { readonly vault: VaultState | null }): ReactElement {
  return (
    <header className="section-head">
      <h1>{i18n.t('popup.title')}</h1>
      {vault === 'locked' && <Badge tone="warn">{i18n.t('popup.locked')}</Badge>}
      {vault === 'unlocked' && <Badge tone="good">{i18n.t('popup.unlocked')}</Badge>}
    </header>
  );
}

import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Badge } from '../../components/Badge.tsx';
import { LockButton } from '../../components/LockButton.tsx';
import type { VaultState } from '../../lib/messages/pages.ts';

interface HeaderProps {
  readonly vault: VaultState | null;
  readonly onLocked: () => void;
}

/** The lock is shown only to those who have a passphrase. */
export function Header({ vault, onLocked }: HeaderProps): ReactElement {
  return (
    <header className="section-head">
      <h1>{i18n.t('popup.title')}</h1>
      {vault === 'locked' && <Badge tone="warn">{i18n.t('popup.locked')}</Badge>}
      {vault === 'unlocked' && <LockButton onLocked={onLocked} />}
    </header>
  );
}

import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../components/Notice.tsx';
import { UnlockForm } from '../../components/UnlockForm.tsx';

/** What a lock means here, and the way to open it. */
export function Unlock({ onUnlocked }: { readonly onUnlocked: () => void }): ReactElement {
  return (
    <Notice tone="warn" title={i18n.t('popup.locked_heading')}>
      <p>{i18n.t('popup.locked_note')}</p>
      <UnlockForm onUnlocked={onUnlocked} />
    </Notice>
  );
}

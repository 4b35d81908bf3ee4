import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../../components/Notice.tsx';
import { UnlockForm } from '../../../components/UnlockForm.tsx';
import type { VaultState } from '../../../lib/messages/pages.ts';
import type { SectionProps } from '../section-props.ts';
import { Step } from '../Step.tsx';
import { SecurityForm } from './SecurityForm.tsx';
import { LockButton } from '../../../components/LockButton.tsx';
import { PassphraseForms } from './PassphraseForms.tsx';

export function SecuritySection({ setup, onChange }: SectionProps): ReactElement {
  return (
    <Step
      anchor="security"
      heading={i18n.t('options_security.heading')}
      lead={i18n.t('options_security.lead')}
      state={setup.vault === 'device' ? 'optional' : 'done'}
    >
      <Notice tone={setup.vault === 'locked' ? 'warn' : 'quiet'}>
        <p>{protection(setup.vault)}</p>
      </Notice>
      {setup.vault === 'locked' && <UnlockForm onUnlocked={onChange} />}
      {setup.vault === 'unlocked' && <LockButton onLocked={onChange} />}
      {setup.vault !== 'locked' && (
        <PassphraseForms key={setup.vault} vault={setup.vault} onChange={onChange} />
      )}
      <SecurityForm setup={setup} onChange={onChange} />
    </Step>
  );
}

function protection(vault: VaultState): string {
  switch (vault) {
    case 'device':
      return i18n.t('options_security.device');
    case 'unlocked':
      return i18n.t('options_security.unlocked');
    case 'locked':
      return i18n.t('options_security.locked');
  }
}

import type { ReactElement } from 'react';
import { LockButton } from '../../components/LockButton.tsx';
import { UnlockForm } from '../../components/UnlockForm.tsx';
import type { VaultState } from '../../lib/messages/pages.ts';

interface LockProps {
  readonly vault: VaultState;
  readonly onChange: () => void;
}

export function Lock({ vault, onChange }: LockProps): ReactElement | null {
  switch (vault) {
    case 'locked':
      return <UnlockForm onUnlocked={onChange} />;
    case 'unlocked':
      return <LockButton onLocked={onChange} />;
    case 'device':
      return null;
  }
}

import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { MINIMUM_LENGTH, strengthOf } from './passphrase-strength.ts';

export function StrengthHint({ passphrase }: { readonly passphrase: string }): ReactElement | null {
  if (passphrase === '') return null;
  return (
    <p role="status" className="soft small">
      {hint(passphrase)}
    </p>
  );
}

function hint(passphrase: string): string {
  switch (strengthOf(passphrase)) {
    case 'short':
      return i18n.t('options_security.strength_short', MINIMUM_LENGTH - passphrase.length);
    case 'weak':
      return i18n.t('options_security.strength_weak');
    case 'fair':
      return i18n.t('options_security.strength_fair');
    case 'strong':
      return i18n.t('options_security.strength_strong');
  }
}

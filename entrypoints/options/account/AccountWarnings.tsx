import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../../components/Notice.tsx';
import type { AccountWarning } from '../../../lib/settings/account-warnings.ts';

interface AccountWarningsProps {
  readonly warnings: readonly AccountWarning[];
  /** Filial id → its name, as far as IXC was read. */
  readonly filiais: Readonly<Record<string, string>>;
}

/** What to know of an account before it charges anything, each with what to do. */
export function AccountWarnings({ warnings, filiais }: AccountWarningsProps): ReactElement | null {
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warn">
      <ul>
        {warnings.map((warning) => (
          <li key={'filialId' in warning ? warning.filialId : warning.code}>
            {warningText(warning, filiais)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function warningText(warning: AccountWarning, filiais: AccountWarningsProps['filiais']): string {
  switch (warning.code) {
    case 'can-transfer':
      return i18n.t('options_account.can_transfer');
    case 'no-pix-key':
      return i18n.t('options_account.no_pix_key');
    case 'document-differs':
      return i18n.t('options_account.document_differs', {
        filial: filiais[warning.filialId] ?? warning.filialId,
      });
  }
}

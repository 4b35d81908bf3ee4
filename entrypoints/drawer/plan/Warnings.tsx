import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../../components/Notice.tsx';
import { warningText } from '../../../components/text.ts';
import type { Warning } from '../../../lib/billing/send-plan.types.ts';

type WarningsProps = { readonly warnings: readonly Warning[] };

export function Warnings({ warnings }: WarningsProps): ReactElement | null {
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warn" title={i18n.t('plan.warnings')}>
      <ul>
        {warnings.map((warning) => (
          <li key={warning.code}>{warningText(warning)}</li>
        ))}
      </ul>
    </Notice>
  );
}

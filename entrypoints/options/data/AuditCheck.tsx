import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { AuditReport } from '../../../lib/messages/pages.ts';
import { AuditChains } from './AuditChains.tsx';

/** Whether any line of the audit was changed or taken out. */
export function AuditCheck(): ReactElement {
  const verify = useAction<AuditReport>();
  return (
    <div className="stack">
      <h3>{i18n.t('options_data.audit')}</h3>
      <p className="soft">{i18n.t('options_data.audit_lead')}</p>
      <div role="status">{verify.done !== null && <AuditChains report={verify.done.value} />}</div>
      {verify.failure !== null && <FailureNotice failure={verify.failure} />}
      <div className="buttons">
        <button
          type="button"
          disabled={verify.busy}
          onClick={() => void verify.run(() => ask({ verb: 'audit/verify' }))}
        >
          {verify.busy ? i18n.t('options_data.auditing') : i18n.t('options_data.audit_run')}
        </button>
      </div>
    </div>
  );
}

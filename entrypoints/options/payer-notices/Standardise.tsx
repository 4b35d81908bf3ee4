import { useCallback, useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { SelectField } from '../../../components/SelectField.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { NoticeFees } from '../../../lib/billing/notices/notice-cost.ts';
import type { SetupView } from '../../../lib/messages/pages.ts';
import type { AccountSettings } from '../../../lib/settings/settings.ts';
import { PanelSelect } from '../PanelSelect.tsx';
import { useLedger } from '../use-ledger.ts';
import { readRun } from './run-of.ts';
import { RunProgress } from './RunProgress.tsx';
import { RunResult } from './RunResult.tsx';
import { RunPreview } from './RunPreview.tsx';

interface StandardiseProps {
  readonly setup: SetupView;
  readonly account: AccountSettings;
  readonly fees: NoticeFees;
  /** What is on screen is what is stored. */
  readonly isSaved: boolean;
  readonly onAccount: (accountId: string) => void;
}

/** The same for all our payers of an account: look first, then confirm, then watch it go. */
export function Standardise(props: StandardiseProps): ReactElement {
  const { setup, account, fees, isSaved, onAccount } = props;
  const [chosen, choose] = useState<string | null>(null);
  const order = useAction<null>();
  const run = useLedger(useCallback((ledger) => readRun(ledger, account.id), [account.id]));
  const panels = setup.panels.filter(({ providerKey }) => providerKey !== null);
  const panel = panels.find(({ origin }) => origin === chosen) ?? panels[0];
  const shown = run.value?.job.accountId === account.id ? run.value : null;
  const job = shown?.job ?? null;
  const phase = job?.activeKey === undefined ? null : job.phase;
  const isActive = phase !== null;
  return (
    <div className="stack" data-standardise={phase ?? 'none'}>
      <h3>{i18n.t('options_payer_notices.all')}</h3>
      <p className="soft">{i18n.t('options_payer_notices.all_lead')}</p>
      {setup.accounts.length > 1 && (
        <SelectField
          label={i18n.t('options_payer_notices.account')}
          value={account.id}
          options={setup.accounts.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={onAccount}
        />
      )}
      {!isActive && panel !== undefined && (
        <>
          <PanelSelect panels={panels} origin={panel.origin} onChange={choose} />
          <div className="buttons">
            <button
              type="button"
              disabled={order.busy || !isSaved}
              onClick={() =>
                void order.run(() =>
                  ask({
                    verb: 'payer-notices/survey',
                    accountId: account.id,
                    origin: panel.origin,
                  }),
                )
              }
            >
              {i18n.t('options_payer_notices.look')}
            </button>
          </div>
          {!isSaved && <p className="soft small">{i18n.t('options_payer_notices.save_first')}</p>}
        </>
      )}
      {panel === undefined && <p className="soft">{i18n.t('options_payer_notices.no_key')}</p>}
      {order.failure !== null && <FailureNotice failure={order.failure} />}
      {run.failure !== null && <FailureNotice failure={run.failure} />}
      {shown !== null && phase === 'ready' && <RunPreview run={shown} fees={fees} />}
      {shown !== null && isActive && phase !== 'ready' && (
        <RunProgress run={shown} paused={setup.paused} />
      )}
      {shown !== null && !isActive && <RunResult run={shown} />}
    </div>
  );
}

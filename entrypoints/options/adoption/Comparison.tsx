import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { accountName } from '../../../components/account-name.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { momentText } from '../../../components/formats.ts';
import { Notice } from '../../../components/Notice.tsx';
import { SelectField } from '../../../components/SelectField.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { AdoptionRun } from '../../../lib/ledger/adoption-run.ts';
import type { PanelView, SetupView } from '../../../lib/messages/pages.ts';
import { PanelSelect } from '../PanelSelect.tsx';
import { usePanelChoice } from '../use-panel-choice.ts';

interface ComparisonProps {
  readonly setup: SetupView;
  readonly run: AdoptionRun | null;
}

/** Of which panel and account; and what is missing before anything can be compared. */
export function Comparison({ setup, run }: ComparisonProps): ReactElement {
  const { panel, choose } = usePanelChoice(setup);
  const [chosen, setChosen] = useState<string | null>(null);
  const start = useAction<null>();
  const { accounts } = setup;
  const account = accounts.find(({ id }) => id === chosen) ?? ownAccount(setup, panel);
  const missing = missingOf(panel, account !== null);
  if (missing !== null || panel === null || account === null) {
    return (
      <Notice tone="quiet" role="status">
        <p>{missing ?? i18n.t('options_adoption.missing_account')}</p>
      </Notice>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const { origin } = panel;
        void start.run(() => ask({ verb: 'adoption/start', origin, accountId: account.id }));
      }}
    >
      <PanelSelect panels={setup.panels} origin={panel.origin} onChange={choose} />
      {accounts.length > 1 && (
        <SelectField
          label={i18n.t('options_adoption.account')}
          value={account.id}
          options={accounts.map((one) => ({ value: one.id, label: accountName(one) }))}
          onChange={setChosen}
        />
      )}
      {run?.finishedAt != null && (
        <p className="soft small">
          {i18n.t('options_adoption.compared_at', { time: momentText(run.finishedAt) })}
        </p>
      )}
      {start.failure !== null && <FailureNotice failure={start.failure} />}
      <div className="buttons">
        <button type="submit" className={run === null ? 'primary' : ''} disabled={start.busy}>
          {run === null ? i18n.t('options_adoption.start') : i18n.t('options_adoption.again')}
        </button>
        <span className="soft small">{i18n.t('options_adoption.start_note')}</span>
      </div>
    </form>
  );
}

function ownAccount({ accounts }: SetupView, panel: PanelView | null) {
  return accounts.find(({ id }) => id === panel?.accountId) ?? accounts[0] ?? null;
}

function missingOf(panel: PanelView | null, hasAccount: boolean): string | null {
  if (!hasAccount) return i18n.t('options_adoption.missing_account');
  if (panel === null) return i18n.t('options_adoption.missing_panel');
  if (panel.tokenHint === null) return i18n.t('options_adoption.missing_token');
  if (panel.providerKey === null) return i18n.t('options_adoption.missing_key');
  return panel.billsByFatura ? i18n.t('options_adoption.missing_fatura') : null;
}

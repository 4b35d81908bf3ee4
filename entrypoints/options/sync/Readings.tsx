import { useCallback, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { accountName } from '../../../components/account-name.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import { isUndecided, readCounterFreshness } from '../../../lib/engine/sync/counter-freshness.ts';
import { readFreshness } from '../../../lib/engine/sync/freshness.ts';
import type { PanelView } from '../../../lib/messages/pages.ts';
import type { AccountSettings } from '../../../lib/settings/settings.ts';
import { useLedger } from '../use-ledger.ts';
import { AccountReading } from './AccountReading.tsx';
import { CounterReading } from './CounterReading.tsx';

interface ReadingsProps {
  readonly accounts: readonly AccountSettings[];
  readonly panels: readonly PanelView[];
}

/** How old what is known of each account and panel is, from the cursors that the sweeps leave behind. */
export function Readings({ accounts, panels }: ReadingsProps): ReactElement | null {
  const read = useCallback(
    async (ledger: LedgerDatabase) => ({
      accounts: await readFreshness(
        ledger,
        accounts.map(({ id }) => id),
      ),
      panels: await readCounterFreshness(
        ledger,
        panels.map(({ origin }) => origin),
      ),
    }),
    [accounts, panels],
  );
  const { value, failure } = useLedger(read);
  if (accounts.length === 0 && panels.length === 0) return null;
  return (
    <div className="stack">
      <h3>{i18n.t('options_sync.readings')}</h3>
      {failure !== null && <FailureNotice failure={failure} />}
      <ul className="saved" aria-label={i18n.t('options_sync.readings')}>
        {accounts.map((account) => {
          const freshness = value?.accounts.find(({ accountId }) => accountId === account.id);
          return (
            <li key={account.id}>
              <strong>{accountName(account)}</strong>
              {freshness && <AccountReading freshness={freshness} />}
            </li>
          );
        })}
        {panels.map((panel) => {
          const { origin } = panel;
          const freshness = value?.panels.find((each) => each.origin === origin);
          const undecided = isUndecided(accounts, panel);
          return (
            <li key={origin}>
              <strong>{origin}</strong>
              {undecided && <p className="whole">{i18n.t('options_sync.panel_undecided')}</p>}
              {!undecided && freshness && <CounterReading freshness={freshness} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

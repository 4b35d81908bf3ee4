import { useCallback, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { accountName } from '../../../components/account-name.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useNow } from '../../../components/use-now.ts';
import { readQuotas } from '../../../lib/engine/quota/account-quotas.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import type { AccountSettings, SyncSettings } from '../../../lib/settings/settings.ts';
import { useLedger } from '../use-ledger.ts';
import { AccountMeter } from './AccountMeter.tsx';

interface QuotaMetersProps {
  readonly accounts: readonly AccountSettings[];
  readonly sync: SyncSettings;
}

/** What this browser asked of each account, from the ledger itself: the worker need not be awake. */
export function QuotaMeters({ accounts, sync }: QuotaMetersProps): ReactElement {
  // A window and a pause end by themselves, without anything being written.
  const now = useNow(15_000);
  const read = useCallback(
    (ledger: LedgerDatabase) =>
      readQuotas(
        ledger,
        accounts.map(({ id }) => id),
        sync,
        now,
      ),
    [accounts, sync, now],
  );
  const { value: quotas, failure } = useLedger(read);
  return (
    <div className="stack">
      <h3>{i18n.t('options_sync.meters')}</h3>
      {accounts.length === 0 && <p className="soft">{i18n.t('options_sync.no_accounts')}</p>}
      {failure !== null && <FailureNotice failure={failure} />}
      {accounts.map((account) => {
        const quota = quotas?.find(({ accountId }) => accountId === account.id);
        return quota && <AccountMeter key={account.id} name={accountName(account)} quota={quota} />;
      })}
      {accounts.length > 0 && <p className="soft small">{i18n.t('options_sync.meters_note')}</p>}
    </div>
  );
}

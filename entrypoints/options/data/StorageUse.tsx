import { useEffect, useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../../components/Notice.tsx';
import { openAlerts } from '../../../lib/ledger/alerts.ts';
import { useLedger } from '../use-ledger.ts';
import { bytesText } from './bytes-text.ts';

/** How much room there is, and the warning that the worker raised when there was little. */
export function StorageUse(): ReactElement {
  const estimate = useStorageEstimate();
  const { value: alerts } = useLedger(openAlerts);
  const { usage, quota } = estimate ?? {};
  return (
    <div className="stack">
      <h3>{i18n.t('options_data.storage')}</h3>
      {estimate !== null && (
        <p>
          {usage === undefined || quota === undefined
            ? i18n.t('options_data.storage_unknown')
            : i18n.t('options_data.storage_used', {
                used: bytesText(usage),
                free: bytesText(Math.max(0, quota - usage)),
              })}
        </p>
      )}
      {alerts?.some(({ kind }) => kind === 'storage-low') === true && (
        <Notice tone="bad">
          <p>{i18n.t('options_data.storage_low')}</p>
        </Notice>
      )}
    </div>
  );
}

/** Null until the browser told; empty where it refuses to. */
function useStorageEstimate(): StorageEstimate | null {
  const [estimate, setEstimate] = useState<StorageEstimate | null>(null);
  useEffect(() => {
    let isShown = true;
    navigator.storage.estimate().then(
      (told) => {
        if (isShown) setEstimate(told);
      },
      () => {
        if (isShown) setEstimate({});
      },
    );
    return () => {
      isShown = false;
    };
  }, []);
  return estimate;
}

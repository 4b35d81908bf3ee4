import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';

/** A person's word that what so many invoices at once lead to may be done. */
export function Release({ origin }: { readonly origin: string }): ReactElement {
  const release = useAction<null>();
  return (
    <>
      <button
        type="button"
        disabled={release.busy}
        onClick={() => void release.run(() => ask({ verb: 'counter/release', origin }))}
      >
        {i18n.t('popup.alert_counter_release')}
      </button>
      {release.failure !== null && <FailureNotice failure={release.failure} />}
    </>
  );
}

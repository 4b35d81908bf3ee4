import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from './FailureNotice.tsx';
import { useAction } from './use-action.ts';
import { ask } from './worker-client.ts';

export function LockButton({ onLocked }: { readonly onLocked: () => void }): ReactElement {
  const lock = useAction<null>();
  const run = async (): Promise<void> => {
    const outcome = await lock.run(() => ask({ verb: 'vault/lock' }));
    if (outcome.ok) onLocked();
  };
  return (
    <>
      <div className="buttons">
        <button type="button" disabled={lock.busy} onClick={() => void run()}>
          {i18n.t('options_security.lock')}
        </button>
      </div>
      {lock.failure !== null && <FailureNotice failure={lock.failure} />}
    </>
  );
}

import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { useNow } from '../../../components/use-now.ts';
import { ask, type Outcome } from '../../../components/worker-client.ts';
import { readFreshness, type Freshness } from '../../../lib/engine/sync/freshness.ts';
import { fail } from '../../../lib/billing/result.ts';
import type { VaultState } from '../../../lib/messages/pages.ts';
import { ledger } from '../live/ledger.ts';
import { ageWords, readingOutcome } from './freshness-words.ts';

interface UpdateNowProps {
  readonly accounts: readonly Freshness[];
  readonly vault: VaultState | null;
}

/** How old the numbers are, and the way to newer ones. */
export function UpdateNow({ accounts, vault }: UpdateNowProps): ReactElement | null {
  const now = useNow(15_000);
  const reading = useAction<null>();
  const [outcome, setOutcome] = useState<ReturnType<typeof readingOutcome> | null>(null);
  const age = ageWords(accounts, now);
  if (age === null) return null;

  const run = async (): Promise<void> => {
    if (reading.busy) return;
    setOutcome(null);
    const askedAt = Date.now();
    const { ok } = await reading.run(() => readNow(vault));
    if (!ok) return;
    const ids = accounts.map(({ accountId }) => accountId);
    const after = await readFreshness(ledger, ids).catch(() => accounts);
    setOutcome(readingOutcome(accounts, after, askedAt, Date.now()));
  };
  return (
    <div className="stack">
      <div className="section-head">
        <span className={age.isOld ? 'small warn-text' : 'small soft'}>{age.text}</span>
        <button type="button" aria-disabled={reading.busy} onClick={() => void run()}>
          {reading.busy ? i18n.t('action.refreshing') : i18n.t('popup.update_now')}
        </button>
      </div>
      <div
        role="status"
        className={outcome === null && !reading.busy ? 'visually-hidden' : undefined}
      >
        {reading.busy && <p className="small">{i18n.t('popup.reading')}</p>}
        {outcome !== null && (
          <Notice tone={outcome.isGood ? 'good' : 'warn'}>
            <p>{outcome.text}</p>
          </Notice>
        )}
      </div>
      {reading.failure !== null && <FailureNotice failure={reading.failure} />}
    </div>
  );
}

/** What is bound to fail is not begun: a failed reading would be followed by a pause. */
async function readNow(vault: VaultState | null): Promise<Outcome<null>> {
  if (vault === 'locked') return fail({ code: 'locked' });
  if (!navigator.onLine) return fail({ code: 'network-offline' });
  return ask({ verb: 'sync/now' });
}

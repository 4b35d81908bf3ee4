import { useCallback, type ReactElement } from 'react';
import { useSetup } from '../../components/use-setup.ts';
import { readReadableQueue } from '../../lib/engine/notify/readable-queue.ts';
import { readFreshness } from '../../lib/engine/sync/freshness.ts';
import { openAlerts } from '../../lib/ledger/alerts.ts';
import type { LedgerDatabase } from '../../lib/ledger/database.ts';
import { Attention } from './attention/Attention.tsx';
import { Events, newestEvents } from './events/Events.tsx';
import { UpdateNow } from './freshness/UpdateNow.tsx';
import { Header } from './Header.tsx';
import { Links } from './Links.tsx';
import { useLive } from './live/use-live.ts';
import { PauseBanner } from './queue/PauseBanner.tsx';
import { Queue } from './queue/Queue.tsx';
import { queueParts } from './queue/queue-parts.ts';
import { usePause } from './queue/use-pause.ts';
import { Quota } from './quota/Quota.tsx';
import { Search } from './search/Search.tsx';
import { SetupState } from './SetupState.tsx';
import { Silent } from './Silent.tsx';
import { Summary } from './summary/Summary.tsx';
import { Unlock } from './Unlock.tsx';

/** Everything but the setup comes from the ledger, and does not wait for the worker. */
export function App(): ReactElement {
  const { view, failure, reload } = useSetup();
  const onChange = (): void => void reload();
  const pause = usePause();
  const queue = useLive(readReadableQueue);
  const parts = queueParts(queue.value?.jobs ?? []);
  const alerts = useLive(openAlerts);
  const events = useLive(newestEvents);
  const accounts = useFreshness(view?.accounts.map(({ id }) => id).join(' ') ?? null);
  const hasWork = view === null || view.panels.length > 0;
  return (
    <main className="stack">
      <Header vault={view?.vault ?? null} onLocked={onChange} />
      <PauseBanner pause={pause} held={parts.underWay.filter(({ paused }) => paused).length} />
      {failure !== null && <Silent failure={failure} onRetry={onChange} />}
      {view !== null && <SetupState setup={view} />}
      {view?.vault === 'locked' && <Unlock onUnlocked={onChange} />}
      {/* Another state of the lock is another search: no name outlives it. */}
      {hasWork && <Search key={view?.vault === 'locked' ? 'locked' : 'open'} known={view} />}
      <Summary known={view} />
      <UpdateNow accounts={accounts} vault={view?.vault ?? null} />
      <Attention alerts={alerts} queue={queue} known={view} />
      <Queue queue={queue} pause={pause} known={view} />
      <Events events={events} known={view} />
      {view !== null && <Quota setup={view} />}
      <Links known={view} />
    </main>
  );
}

/** `ids`: of the accounts, between spaces; null while they are not known. */
function useFreshness(ids: string | null) {
  const query = useCallback(
    (ledger: LedgerDatabase) =>
      readFreshness(ledger, ids === null ? null : ids.split(' ').filter((id) => id !== '')),
    [ids],
  );
  return useLive(query).value ?? [];
}

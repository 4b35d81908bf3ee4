import { schemeWish } from '../../../billing/notices/plan-notices.ts';
import type { NoticesRunJobRow } from '../../../ledger/notice-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { EnginePorts } from '../../ports.ts';
import { jobClient, type JobClient } from '../job-client.ts';
import { withoutAnswer } from '../outcome.ts';
import { blockWith, callOff } from '../stopping.ts';
import { advance, finish, release } from '../store.ts';
import { changeNext, settlePending } from './change-payer.ts';
import { listPage, readSome } from './read-payers.ts';
import { itemCounts, itemsIn, leftOutCounted } from '../../../ledger/notice-items.ts';
import { quotaKept } from './quota-share.ts';
import { isStillWanted } from './still-wanted.ts';
import { waitOn } from './wait-on.ts';

/** For whom only a person can be waited: it is looked at twice a day, and meanwhile nothing happens. ms. */
const AT_LEISURE = 12 * 60 * 60_000;

/**
 * One scheme for all our payers of an account, a payer at a time.
 *
 *   listing ─▶ reading ─▶ ready ─(a person confirms what it shows)─▶ changing ─▶ done
 *
 * Where it is, is on disk: the place in the list, and the state of every payer. Whenever the worker dies, the
 * payer that it was at is read first; a PUT repeats only after that. Only payers that bear our reference, under
 * the panel's own key or proven under another one, are ever changed, and each is read again before it is. It stops where the
 * provider's choice of who tells payers, and what, is no longer the one that it was begun for.
 */
export async function stepNoticesRun(
  ports: EnginePorts,
  job: NoticesRunJobRow,
): Promise<JobRow | null> {
  if (job.state !== 'locating') {
    const attempts = withoutAnswer(job.attempts);
    return advance<NoticesRunJobRow>(ports, job, { state: 'locating', attempts });
  }
  const own = await jobClient(ports, job);
  if (!own.ok) return waitOn(ports, job, own.error);
  const run = {
    ...{ job, client: own.value.client, wish: schemeWish(job.notifier, job.grid) },
    aliases: aliasesOf(own.value, job),
  };
  const [pending] = await itemsIn(ports.ledger, job.id, 'intent', 1);
  if (pending) return settlePending(ports, run, pending);
  if (!isStillOurs(own.value, job)) return callOff(ports, job);
  // What a person has yet to confirm is compared then, and refused.
  if (job.phase !== 'ready' && !isStillWanted(own.value.settings, job)) {
    return blockWith(ports, job, { code: 'notices-outdated' });
  }
  if (job.held) return rest(ports, job);
  if (job.phase === 'ready') return rest(ports, job);
  const kept = await quotaKept(ports, job);
  if (kept) return waitOn(ports, job, kept);
  switch (job.phase) {
    case 'listing':
      return listPage(ports, run);
    case 'reading':
      return readSome(ports, run, () => present(ports, job));
    case 'changing':
      return changeNext(ports, run, () => over(ports, job));
  }
}

/** All payers are read: whoever asked for it sees what would change. Where nothing would, that is the end. */
async function present(ports: EnginePorts, job: NoticesRunJobRow): Promise<null> {
  const counts = await itemCounts(ports.ledger, job.id);
  const { differs, same } = counts;
  const detail = { differs, same, leftOut: leftOutCounted(counts) };
  const line = { action: 'notices.listed', detail } as const;
  if (differs === 0) return finish(ports, job, { state: 'done', failure: null }, line);
  const ready: Partial<NoticesRunJobRow> = {
    state: 'waiting',
    phase: 'ready',
    failure: null,
    nextAt: ports.now() + AT_LEISURE,
  };
  return release<NoticesRunJobRow>(ports, job, ready, line);
}

async function over(ports: EnginePorts, job: NoticesRunJobRow): Promise<null> {
  const { changed, failed, left, same } = await itemCounts(ports.ledger, job.id);
  const detail = { changed, failed, left, same };
  return finish(ports, job, { state: 'done', failure: null }, { action: 'job.done', detail });
}

function rest(ports: EnginePorts, job: NoticesRunJobRow): Promise<null> {
  const nextAt = ports.now() + AT_LEISURE;
  return release<NoticesRunJobRow>(ports, job, { state: 'waiting', failure: null, nextAt });
}

/** The panel is here still, and under the key by which payers are known to be ours. */
function isStillOurs({ settings }: JobClient, { origin, providerKey }: NoticesRunJobRow): boolean {
  return settings.panels.some(
    (panel) => panel.origin === origin && panel.providerKey === providerKey,
  );
}

function aliasesOf({ settings }: JobClient, { origin, providerKey }: NoticesRunJobRow) {
  const aliases = settings.panels.find((panel) => panel.origin === origin)?.aliases ?? [];
  return aliases.filter((alias) => alias !== providerKey);
}

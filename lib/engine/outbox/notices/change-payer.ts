import type { AsaasFailure } from '../../../asaas/client.types.ts';
import { isAmbiguous } from '../../../asaas/errors.ts';
import { ownerOf } from '../../../billing/notices/our-payer.ts';
import { planNotices, type NoticeChange } from '../../../billing/notices/plan-notices.ts';
import type {
  NoticeItemRow,
  NoticeItemState,
  NoticesRunJobRow,
} from '../../../ledger/notice-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { EnginePorts } from '../../ports.ts';
import { asaasFailureView } from '../../setup/failures.ts';
import { intentOf, settled } from '../outcome.ts';
import { advance, intend } from '../store.ts';
import { changeDetail, MOST_ASKED } from './notices-job.ts';
import type { Run } from './run.ts';
import { itemsIn, moveItem } from '../../../ledger/notice-items.ts';
import { askForNotices, seePayer } from './see-payer.ts';
import { waitOn } from './wait-on.ts';

/** The next payer that is to be changed; `over` once there is none. */
export async function changeNext(
  ports: EnginePorts,
  run: Run,
  over: () => Promise<JobRow | null>,
): Promise<JobRow | null> {
  const [item] = await itemsIn(ports.ledger, run.job.id, 'differs', 1);
  if (!item) return over();
  const seen = await look(run, item);
  if ('failure' in seen) return waitOn(ports, run.job, seen.failure);
  if (seen.end !== null) return endItem(ports, run.job, item.state, { ...item, ...seen.end });
  return askForItem(ports, run, item, seen.change);
}

/** A payer that Asaas was asked to change: its own word ends it, or it is asked once more. */
export async function settlePending(
  ports: EnginePorts,
  run: Run,
  item: NoticeItemRow,
): Promise<JobRow | null> {
  const seen = await look(run, item);
  if ('failure' in seen) return waitOn(ports, run.job, seen.failure);
  return endItem(ports, run.job, item.state, { ...item, state: 'differs', ...seen.end });
}

type Seen =
  | { readonly failure: FailureView }
  | { readonly end: null; readonly change: NoticeChange }
  | { readonly end: Pick<NoticeItemRow, 'state' | 'failure'> };

async function look(run: Run, item: NoticeItemRow): Promise<Seen> {
  const { client, wish } = run;
  const seen = await seePayer(client, item.payerId, wish);
  if (!seen.ok) {
    if (seen.error.kind === 'not-found') return { end: { state: 'left', failure: null } };
    return { failure: asaasFailureView(seen.error) };
  }
  const { payer, notices } = seen.value;
  if (payer.deleted || !isStillOurs(run, item, payer.reference))
    return { end: { state: 'left', failure: null } };
  const change = planNotices(payer, notices, wish);
  if (change === null) {
    return { end: { state: item.asked > 0 ? 'changed' : 'same', failure: null } };
  }
  if (item.asked >= MOST_ASKED) {
    return { end: { state: 'failed', failure: { code: 'notices-not-taken' } } };
  }
  return { end: null, change };
}

/** It bears our reference, or still the very one that was proven, under a key that is still the provider's. */
function isStillOurs(
  { job, aliases }: Run,
  { proven }: NoticeItemRow,
  reference: string | null,
): boolean {
  if (ownerOf(reference, [job.providerKey]) === 'ours') return true;
  return proven !== undefined && reference === proven && ownerOf(reference, aliases) === 'ours';
}

/**
 * That a payer is asked about is on disk before the job may ask: whoever comes next looks at it first. One that
 * a person decided while it was read is left alone.
 */
async function askForItem(
  ports: EnginePorts,
  { job, client }: Run,
  item: NoticeItemRow,
  change: NoticeChange,
): Promise<JobRow | null> {
  const asked: NoticeItemRow = { ...item, state: 'intent', asked: item.asked + 1 };
  if (!(await moveItem(ports.ledger, item.state, asked))) {
    return advance<NoticesRunJobRow>(ports, job, {});
  }
  const intent = await intend<NoticesRunJobRow>(
    ports,
    job,
    { ...intentOf(ports, { ...job, attempts: [] }, 'notices'), failure: null },
    { action: 'notices.intent', detail: changeDetail(item.payerId, change) },
  );
  if (!intent) {
    await moveItem(ports.ledger, asked.state, item);
    return null;
  }
  const answer = await askForNotices(client, item.payerId, change);
  if (answer.ok) {
    const attempts = settled(intent.attempts, 'done');
    return advance<NoticesRunJobRow>(ports, intent, { state: 'locating', attempts, tries: 0 });
  }
  return askingFailed(ports, intent, asked, answer.error);
}

async function askingFailed(
  ports: EnginePorts,
  intent: NoticesRunJobRow,
  item: NoticeItemRow,
  error: AsaasFailure,
): Promise<JobRow | null> {
  const failure = asaasFailureView(error);
  if (isAmbiguous(error)) {
    return waitOn(ports, intent, failure, { attempts: settled(intent.attempts, 'ambiguous') });
  }
  // About this payer alone: the others go on. Whatever else it is, the next payer would meet it as well.
  if (error.kind === 'rejected' || error.kind === 'not-found') {
    return endItem(ports, intent, item.state, { ...item, state: 'failed', failure });
  }
  const before = { ...item, state: 'differs', asked: item.asked - 1 } as const;
  await moveItem(ports.ledger, item.state, before);
  return waitOn(ports, intent, failure, { attempts: settled(intent.attempts, 'refused') });
}

/** Between two payers nothing is open, and the job may be called off. */
async function endItem(
  ports: EnginePorts,
  job: NoticesRunJobRow,
  from: NoticeItemState,
  item: NoticeItemRow,
): Promise<JobRow | null> {
  await moveItem(ports.ledger, from, item);
  return advance<NoticesRunJobRow>(
    ports,
    job,
    { state: 'locating', attempts: [], failure: null, tries: 0 },
    lineOf(item),
  );
}

function lineOf({ state, payerId, failure }: NoticeItemRow) {
  const payer = payerId;
  if (state === 'changed') return { action: 'notices.changed', detail: { payer } } as const;
  if (state !== 'failed') return undefined;
  return { action: 'notices.failed', detail: { payer, failure: failure?.code ?? '' } } as const;
}

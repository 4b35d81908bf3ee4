import { isPaused } from '../../ledger/pause.ts';
import type { ActJobRow } from '../../ledger/desk-rows.ts';
import type { NoticesRunJobRow } from '../../ledger/notice-rows.ts';
import type { DeleteJobRow, JobRow } from '../../ledger/rows.ts';
import type { ActView, JobView, ReplacingState, ReplacingView } from '../../messages/job-view.ts';
import type { EnginePorts } from '../ports.ts';
import { isHeldByPause } from './held-by-pause.ts';
import { itemCounts, payersCounted } from '../../ledger/notice-items.ts';
import { isRetryable, isWithPerson } from './retryable.ts';
import { WATCH, watchedRequest } from './quarantine.ts';
import { deletionsOf } from './replacing.ts';
import { mayBeCalledOff } from './called-off.ts';
import { isCancellable, mayHaveChanged } from './store.ts';

/** A job as pages show it: no attempts, no lease, no choices. */
export async function jobView(ports: Pick<EnginePorts, 'ledger'>, job: JobRow): Promise<JobView> {
  const deletions = job.kind === 'create' ? await deletionsOf(ports, job) : [];
  const own = deletions.filter((each) => each?.replacedBy === job.id);
  return {
    id: job.id,
    kind: job.kind,
    step: job.kind === 'counter' ? job.step.kind : null,
    ...(job.kind === 'adopt' && job.step === 'unlink' ? { unlink: true } : {}),
    ...(job.kind === 'act' ? { act: actView(job) } : {}),
    ...(job.kind === 'notices-run' ? { payers: await payersView(ports, job) } : {}),
    ...(job.imported === true ? { imported: true as const } : {}),
    origin: job.origin,
    invoiceId: job.invoiceId,
    state: job.state,
    createdAt: job.createdAt,
    nextAt: job.nextAt,
    reasons: job.reasons,
    failure: job.failure,
    cancellable:
      [job, ...own].every((each) => each !== null && isCancellable(each)) || mayBeCalledOff(job),
    calledOff: calledOff(job),
    retryable: isRetryable(job),
    paused: isHeldByPause(job) && (await isPaused(ports.ledger)),
    watchedUntil: watchedUntil(job),
    replacing: replacingOf(job, deletions),
    settled:
      job.state === 'cancelled' && job.chargeId === null && job.attempts.some(mayHaveChanged),
  };
}

function calledOff({ cancelAskedAt, activeKey, state, chargeId }: JobRow): JobView['calledOff'] {
  if (cancelAskedAt === undefined) return null;
  if (activeKey !== undefined) return 'looking';
  return state === 'cancelled' && chargeId !== null ? 'deleted' : null;
}

function replacingOf(
  job: JobRow,
  deletions: readonly (DeleteJobRow | null)[],
): readonly ReplacingView[] {
  const replaces = job.kind === 'create' ? (job.replaces ?? []) : [];
  return replaces.map(({ jobId: _job, ...charge }, at) => ({
    ...charge,
    state: stateOf(deletions[at] ?? null),
  }));
}

function stateOf(deletion: DeleteJobRow | null): ReplacingState {
  if (deletion?.state === 'done') return 'gone';
  const wasAsked = deletion?.attempts.some(mayHaveChanged) === true;
  if (deletion?.activeKey === undefined) return wasAsked ? 'unsure' : 'kept';
  return wasAsked ? 'asked' : 'pending';
}

function watchedUntil(job: JobRow): number | null {
  const isWatched = job.state === 'blocked' && job.activeKey !== undefined;
  return isWatched ? (watchedRequest(job)?.at ?? job.createdAt) + WATCH : null;
}

function actView({ act, targetId, refusal, link, refundStatus }: ActJobRow): ActView {
  const value = act.kind === 'refund' ? act.value : null;
  return { kind: act.kind, chargeId: targetId, value, refusal, link, refundStatus };
}

async function payersView(
  { ledger }: Pick<EnginePorts, 'ledger'>,
  job: NoticesRunJobRow,
): Promise<NonNullable<JobView['payers']>> {
  const counts = await itemCounts(ledger, job.id);
  const all = payersCounted(counts);
  const open = counts.unread + counts.intent + (job.phase === 'changing' ? counts.differs : 0);
  return { done: all - open, all, asksPerson: isWithPerson(job) };
}

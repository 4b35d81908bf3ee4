import type { ActRefusal, ChargeAct } from '../../../billing/acts/charge-act.ts';
import type { Charge } from '../../../billing/charge.ts';
import type { ActJobRow } from '../../../ledger/desk-rows.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { AuditLine } from '../../audit/append.ts';
import type { BlockReason } from '../../../billing/send-plan.types.ts';
import type { EnginePorts } from '../../ports.ts';
import { giveUp, isHopeless } from '../give-up.ts';
import { unanswered } from '../quarantine.ts';
import { backoff, continuation, pauseAfter, WATCH_GAP } from '../schedule.ts';
import { blockWith } from '../stopping.ts';
import { advance, finish, release } from '../store.ts';
import { isFollowedNoMore } from './followed-refund.ts';

/** Whether the charge already is as the act wants it, whoever made it so. A refund is told by its code alone. */
export function isReached(act: ChargeAct, charge: Charge): boolean {
  switch (act.kind) {
    case 'cancel':
      return charge.deleted;
    case 'restore':
      return !charge.deleted;
    case 'undo-receive-in-cash':
      // Paid since then, it was payable.
      return !charge.deleted && charge.status !== 'RECEIVED_IN_CASH';
    case 'refund':
    case 'bank-slip-refund':
      return false;
  }
}

const END: Readonly<Record<ChargeAct['kind'], AuditLine['action']>> = {
  cancel: 'charge.deleted',
  restore: 'charge.restored',
  'undo-receive-in-cash': 'charge.cash-undone',
  refund: 'charge.refunded',
  'bank-slip-refund': 'charge.slip-refund-asked',
};

/** Asaas says that it is done. */
export function actDone(
  ports: EnginePorts,
  job: ActJobRow,
  detail: AuditLine['detail'] = {},
): Promise<null> {
  const { targetId, act } = job;
  return finish<ActJobRow>(
    ports,
    job,
    { state: 'done', chargeId: targetId, failure: null, refusal: null },
    { action: END[act.kind], detail: { charge: targetId, ...detail } },
  );
}

/** Nothing is asked of Asaas, and why: what would have been refused, or must not be. */
export async function refuseAct(
  ports: EnginePorts,
  job: ActJobRow,
  refusal: ActRefusal,
  reasons: readonly BlockReason[] = [],
): Promise<null> {
  const told = await advance<ActJobRow>(ports, job, { refusal, reasons });
  return blockWith(ports, told, { code: 'act-refused' });
}

/**
 * A reading failed. A request whose outcome nobody knows is looked for on; where nothing was asked for yet,
 * what only a person can mend stops the job.
 */
export function laterAct(ports: EnginePorts, job: ActJobRow, failure: FailureView): Promise<null> {
  const isFollowed = job.refundStatus !== null && !isFollowedNoMore(ports, job);
  if (!isFollowed && isHopeless(ports, job)) return giveUp(ports, job);
  const how = continuation(failure);
  const isAsked = unanswered(job) !== null || job.chargeId !== null;
  if (how === 'person' && !isAsked) return blockWith(ports, job, failure);
  const least = how === 'person' ? WATCH_GAP : backoff(job.tries);
  const nextAt = how === 'at-unlock' ? null : ports.now() + pauseAfter(failure, least);
  const open = unanswered(job) ? 'unknown' : 'waiting';
  const state = job.chargeId === null ? open : job.state;
  return release<ActJobRow>(ports, job, { state, failure, nextAt, tries: job.tries + 1 });
}

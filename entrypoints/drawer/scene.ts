import type { BlockCode, BlockReason } from '../../lib/billing/send-plan.types.ts';
import type { DrawerCharge, DrawerInstead, DrawerSnapshot } from '../../lib/messages/drawer.ts';
import type { FailureCode } from '../../lib/messages/failure.ts';
import type { JobState, JobView } from '../../lib/messages/job-view.ts';
import { isPayable } from './charge/payable.ts';

export interface Scene {
  readonly loading: boolean;
  /** Nothing can read IXC: the invoice is asked for, or may be typed again. */
  readonly typing: 'asked' | 'offered' | 'none';
  /** In place of the failure: what every way met with. Not beside what the customer can pay already. */
  readonly instead: DrawerInstead | 'looking' | null;
  /** Why IXC no longer wants what the customer may still pay; empty when it does, or nobody can pay. */
  readonly stillPayable: readonly BlockReason[];
  /** Before everything else while it matters, after a charge that it has made. */
  readonly job: 'first' | 'after-charge' | 'none';
  readonly plan: boolean;
  readonly confirm: boolean;
}

const STOPPED: readonly JobState[] = ['done', 'cancelled', 'blocked'];

/** A job that may still change something on its own: nothing else is offered beside it. */
function isRunning(job: JobView | null): boolean {
  return job !== null && !STOPPED.includes(job.state);
}

const SUCCEEDED: readonly JobState[] = ['created', 'verified'];

function placeOf(job: JobView | null, charge: DrawerCharge | null): Scene['job'] {
  if (job === null) return 'none';
  if (charge === null) return 'first';
  // One that could not be checked to the end has something to say while the charge may be paid.
  if (job.state === 'done' && job.failure !== null && isPayable(charge)) return 'after-charge';
  // Why nobody can pay: without it the charge looks as if somebody else had cancelled it.
  if (job.calledOff === 'deleted' && charge.group === 'deleted') return 'after-charge';
  // A finished sending has nothing to add to the charge, which may have changed since.
  if (job.state === 'done' || job.state === 'cancelled') return 'none';
  return SUCCEEDED.includes(job.state) ? 'after-charge' : 'first';
}

const OVER_IN_IXC: readonly BlockCode[] = [
  'invoice-received',
  'invoice-cancelled',
  'invoice-renegotiated',
];

function stillPayable({ plan, charge }: DrawerSnapshot): readonly BlockReason[] {
  if (plan?.kind !== 'blocked' || charge === null || !isPayable(charge)) return [];
  return plan.reasons.filter(({ code }) => OVER_IN_IXC.includes(code));
}

/** What the form for typing the invoice answers; it says so itself. */
export const ASKS_FOR_TYPING: readonly FailureCode[] = ['ixc-by-hand'];
const TYPED_AGAIN: readonly FailureCode[] = [...ASKS_FOR_TYPING, 'typed-expired'];

function typingOf(snapshot: DrawerSnapshot, running: boolean, showsPlan: boolean): Scene['typing'] {
  const { source, plan, charge, failure } = snapshot;
  if (source !== 'hand' || running) return 'none';
  if (plan !== null) return showsPlan ? 'offered' : 'none';
  // What the customer can still pay needs no other charge.
  if (charge !== null && isPayable(charge)) return 'none';
  return failure === null || TYPED_AGAIN.includes(failure.code) ? 'asked' : 'none';
}

function insteadOf(
  { instead, charge, failure }: DrawerSnapshot,
  running: boolean,
): Scene['instead'] {
  if (running || failure === null || (charge !== null && isPayable(charge))) return null;
  return instead;
}

/** What the drawer shows of a snapshot. */
export function scene(snapshot: DrawerSnapshot): Scene {
  const { plan, planId, job, charge, desk, failure, busy } = snapshot;
  // A change or an act under way holds the invoice as well: another confirmation would be that job.
  const running = [job, desk.edit?.job ?? null, desk.acts?.job ?? null].some(isRunning);
  // A charge on screen already says everything that "reuse" would.
  const told = plan?.kind === 'reuse' && charge !== null;
  const warned = stillPayable(snapshot);
  const hasPlanToShow = plan !== null && !told && warned.length === 0;
  const showsPlan = hasPlanToShow && !running && failure?.code !== 'locked';
  const sendable = showsPlan && plan.kind !== 'blocked' && plan.kind !== 'duplicate';
  const typing = typingOf(snapshot, running, showsPlan);
  const nothing = plan === null && charge === null && job === null && failure === null;
  return {
    loading: busy && nothing && typing === 'none',
    typing,
    instead: insteadOf(snapshot, running),
    stillPayable: warned,
    job: placeOf(job, charge),
    plan: showsPlan,
    confirm: sendable && planId !== null,
  };
}

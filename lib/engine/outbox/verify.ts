import { attemptCodeOf } from '../../billing/attempt-code.ts';
import type { Charge } from '../../billing/charge.ts';
import { standingCharges } from '../../billing/standing.ts';
import { underAliasReason } from '../../billing/plan/under-alias-reason.ts';
import type { BlockReason } from '../../billing/send-plan.types.ts';
import type { CreateJobRow, JobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { postpone } from './outcome.ts';
import { LAST_LOOK, TOGETHER, VERIFICATIONS } from './schedule.ts';
import { enqueueDelete } from './enqueue.ts';
import { look } from './look.ts';
import { slotFor } from './look-slots.ts';
import { isOfJob } from './of-job.ts';
import { ownCodes } from './own-codes.ts';
import { chargesElsewhere } from './other-accounts.ts';
import { predecessorsAgain } from './predecessors-again.ts';
import { finish, release } from './store.ts';

/** Only an unpaid charge that nobody has opened may be taken back. */
export function isRetractable(charge: Charge): boolean {
  return (
    (charge.status === 'PENDING' || charge.status === 'OVERDUE') &&
    !charge.viewed &&
    !charge.deleted
  );
}

/**
 * Looks at the reference again: at once, after one and after ten minutes, because another browser or a
 * late commit may have made a second charge, in this account or in another one that is known here. The
 * later two are taken together with those of other jobs (`slotFor`, `look`). This
 * installation takes back only what it made itself, and only for another charge of the job in the same
 * account; what is found in another account, under an alias alone, or of an invoice that was renegotiated
 * into this one, is told to a person.
 */
export async function verify(ports: EnginePorts, job: CreateJobRow): Promise<JobRow | null> {
  const settings = await ports.readSettings();
  const account = settings.accounts.find(({ id }) => id === job.accountId);
  if (!account) return postpone(ports, job, { code: 'no-account' });
  const located = await look(ports, settings, account, job);
  if (!located.ok) return postpone(ports, job, located.error);
  const elsewhere = await chargesElsewhere(ports, settings, job, (other) =>
    look(ports, settings, other, job),
  );
  const before = await predecessorsAgain(ports, settings, account, job);
  if (!before.ok) return postpone(ports, job, before.error);

  const standing = standingCharges(located.value);
  const [kept, ...losers] = standing.filter((charge) => isOfJob(job, charge));
  const standingElsewhere = standingCharges(elsewhere.charges);
  const twins = standingElsewhere.filter((charge) => isOfJob(job, charge));
  const strangers = [...standing, ...standingElsewhere].filter(
    (charge) => !isOfJob(job, charge) && (kept !== undefined || charge.id !== job.chargeId),
  );
  const codes = await ownCodes(ports, job);
  const mine = losers.filter((charge) => codes.has(attemptCodeOf(charge.description) ?? ''));
  for (const charge of mine.filter(isRetractable)) await enqueueDelete(ports, job, charge);

  const passed = job.verifications + 1;
  const chargeId = kept?.id ?? job.chargeId;
  const wait = VERIFICATIONS[passed];
  const others = losers.length > mine.length;
  // Whoever made the others sees them about now, too, and takes back what is theirs: one more look.
  const isOver = wait === undefined && !(others && passed === VERIFICATIONS.length);
  const isSeveral = mine.some((charge) => !isRetractable(charge)) || (isOver && others);
  const isStrange = isOver && strangers.length > 0;
  if (isSeveral || twins.length > 0 || isStrange || before.value.length > 0) {
    const reasons = [...reasonsOf(isSeveral, twins, strangers), ...before.value];
    const count = standing.length + standingElsewhere.length + before.value.length;
    const line = { action: 'charge.several-live', detail: { count } } as const;
    return finish(ports, job, { state: 'blocked', chargeId, reasons, failure: null }, line);
  }
  if (isOver) {
    return finish(
      ports,
      job,
      { state: 'done', chargeId, verifications: passed, failure: null },
      {
        action: 'job.done',
        detail: {
          charge: chargeId ?? '',
          ...(elsewhere.unread.length > 0 ? { unread: elsewhere.unread.join(', ') } : {}),
        },
      },
    );
  }
  return release(ports, job, {
    state: 'verified',
    chargeId,
    verifications: passed,
    failure: null,
    tries: 0,
    nextAt: nextLook(ports, job),
  });
}

/** When a job that was just looked for is looked for again, ms since the epoch. */
function nextLook(ports: EnginePorts, { accountId, verifications, nextAt }: CreateJobRow): number {
  const now = ports.now();
  const wait = VERIFICATIONS[verifications + 1];
  const before = VERIFICATIONS[verifications];
  if (wait === undefined || before === undefined) return now + LAST_LOOK;
  // Counted from when this look was due, or every one would put the next off by another minute.
  const isLate = nextAt === null || nextAt > now || now - nextAt >= TOGETHER;
  const at = (verifications === 0 || isLate ? now : nextAt) + wait - before;
  return slotFor(ports, accountId, verifications + 1, at);
}

function reasonsOf(
  isSeveral: boolean,
  twins: readonly Charge[],
  strangers: readonly Charge[],
): readonly BlockReason[] {
  const several: readonly BlockReason[] = isSeveral ? [{ code: 'several-live' }] : [];
  const inOthers = twins.map(({ id }): BlockReason => ({
    code: 'live-in-other-account',
    params: { charge: id },
  }));
  return [...several, ...inOthers, ...strangers.map(underAliasReason)];
}

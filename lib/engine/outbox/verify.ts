import { attemptCodeOf } from '../../billing/attempt-code.ts';
import type { Charge } from '../../billing/charge.ts';
import { standingCharges } from '../../billing/standing.ts';
import type { CreateJobRow, JobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { locateCharges } from '../send/locate.ts';
import { postpone } from './outcome.ts';
import { VERIFICATIONS } from './schedule.ts';
import { enqueueDelete } from './enqueue.ts';
import { jobKeys } from './job-keys.ts';
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
 * late commit may have made a second charge. This installation takes back only what it made itself.
 */
export async function verify(ports: EnginePorts, job: CreateJobRow): Promise<JobRow | null> {
  const settings = await ports.readSettings();
  const account = settings.accounts.find(({ id }) => id === job.accountId);
  if (!account) return postpone(ports, job, { code: 'no-account' });
  const located = await locateCharges(ports, [account], jobKeys(settings, job), job.invoiceId);
  if (!located.ok) return postpone(ports, job, located.error);

  const [kept, ...losers] = standingCharges(located.value);
  const codes = new Set(job.attempts.map(({ code }) => code));
  const mine = losers.filter((charge) => codes.has(attemptCodeOf(charge.description) ?? ''));
  for (const charge of mine.filter(isRetractable)) await enqueueDelete(ports, job, charge);

  const passed = job.verifications + 1;
  const chargeId = kept?.id ?? job.chargeId;
  const wait = VERIFICATIONS[passed];
  const alarming =
    mine.some((charge) => !isRetractable(charge)) ||
    (wait === undefined && losers.length > mine.length);
  if (alarming) {
    return finish(
      ports,
      job,
      { state: 'blocked', chargeId, reasons: [{ code: 'several-live' }] },
      {
        action: 'charge.several-live',
        detail: { count: losers.length + 1 },
      },
    );
  }
  if (wait === undefined) {
    return finish(
      ports,
      job,
      { state: 'done', chargeId, verifications: passed, failure: null },
      {
        action: 'job.done',
        detail: { charge: chargeId ?? '' },
      },
    );
  }
  const since = wait - (VERIFICATIONS[job.verifications] ?? 0);
  return release(ports, job, {
    state: 'verified',
    chargeId,
    verifications: passed,
    failure: null,
    tries: 0,
    nextAt: ports.now() + since,
  });
}

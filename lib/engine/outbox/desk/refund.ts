import type { AsaasClient, Refund } from '../../../asaas/client.types.ts';
import { isCalledOff, isCarriedOut } from '../../../billing/acts/refunded.ts';
import { attemptCodeOf } from '../../../billing/attempt-code.ts';
import type { Charge } from '../../../billing/charge.ts';
import type { ActJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { EnginePorts } from '../../ports.ts';
import { asaasFailureView } from '../../setup/failures.ts';
import { settled } from '../outcome.ts';
import { answered, MIN_GAP, QUARANTINE } from '../quarantine.ts';
import { blockWith } from '../stopping.ts';
import { activeJobs, advance, release } from '../store.ts';
import { actDone, laterAct } from './act-ends.ts';
import { followKey, isFollowedNoMore, isFollowing } from './followed-refund.ts';

const MINUTE = 60_000;

/** When a refund that Asaas took is looked at again, until the payer has the money; the last one repeats. ms. */
const FOLLOW = [MINUTE, 10 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE, 12 * 60 * MINUTE] as const;
const SELDOM = 12 * 60 * MINUTE;

/** The refund that one of the job's own requests made, if it is among these. */
export function ownRefund(job: ActJobRow, refunds: readonly Refund[]): Refund | null {
  const codes = new Set(
    job.attempts.flatMap(({ request, code }) => (request === 'refund' ? [code] : [])),
  );
  return (
    refunds.find(({ description }) => codes.has(attemptCodeOf(description ?? '') ?? '')) ?? null
  );
}

/**
 * Whether one of a charge's refunds that Asaas listed and was still carrying out is missing among these: it
 * counts in no sum, and until its own job has looked, hours later, nobody knows what became of it.
 */
export async function isOneUnlisted(
  ports: Pick<EnginePorts, 'ledger'>,
  charge: Pick<Charge, 'id'>,
  refunds: readonly Refund[],
): Promise<boolean> {
  const isMissing = (job: JobRow) =>
    job.kind === 'act' && job.targetId === charge.id && ownRefund(job, refunds) === null;
  return (await activeJobs(ports)).some((job) => isFollowing(job) && isMissing(job));
}

/** Looks for the job's own refund before anything is asked: `absent` where Asaas lists none. */
export async function findRefund(
  ports: EnginePorts,
  job: ActJobRow,
  client: AsaasClient,
): Promise<JobRow | null | 'absent'> {
  if (!job.attempts.some(({ request }) => request === 'refund')) return 'absent';
  const refunds = await client.refunds(job.targetId);
  if (!refunds.ok) return laterAct(ports, job, asaasFailureView(refunds.error));
  const own = ownRefund(job, refunds.value);
  return own === null ? 'absent' : foundRefund(ports, job, own);
}

/** The question is answered: the refund is there, and only has to be followed. */
export function foundRefund(ports: EnginePorts, job: ActJobRow, own: Refund): Promise<ActJobRow> {
  return advance<ActJobRow>(
    ports,
    job,
    {
      state: 'created',
      attempts: answered(job.attempts),
      chargeId: job.targetId,
      refundStatus: own.status,
      failure: null,
      tries: 0,
    },
    { action: 'charge.refund-found', detail: { charge: job.targetId, cents: own.value } },
  );
}

/**
 * Follows a refund that Asaas took until the payer has the money, or Asaas calls it off. One that takes
 * longer than a day stands in the way of nothing else: Asaas counts it as spoken for.
 */
export async function followRefund(
  ports: EnginePorts,
  job: ActJobRow,
  client: AsaasClient,
): Promise<JobRow | null> {
  const refunds = await client.refunds(job.targetId);
  if (!refunds.ok) return laterAct(ports, job, asaasFailureView(refunds.error));
  const own = ownRefund(job, refunds.value);
  if (own === null) return notListed(ports, job);
  const { status, value } = own;
  if (isCalledOff(own)) {
    const told = await advance<ActJobRow>(ports, job, { refundStatus: status });
    return blockWith(ports, told, { code: 'refund-called-off' });
  }
  const detail = { cents: value, status };
  if (isCarriedOut(own)) {
    return actDone(ports, await advance<ActJobRow>(ports, job, { refundStatus: status }), detail);
  }
  const wait = FOLLOW[job.verifications];
  const verifications = job.verifications + 1;
  const followed = { state: 'verified', refundStatus: status, failure: null, tries: 0 } as const;
  if (isFollowedNoMore(ports, job)) {
    const told = await advance<ActJobRow>(ports, job, followed);
    return blockWith(ports, told, { code: 'check-in-asaas' });
  }
  const line = {
    action: 'charge.refund-asked',
    detail: { charge: job.targetId, ...detail },
  } as const;
  return release<ActJobRow>(
    ports,
    job,
    {
      ...followed,
      verifications,
      nextAt: ports.now() + (wait ?? SELDOM),
      ...(wait === undefined ? { activeKey: followKey(job) } : {}),
    },
    job.verifications === 0 ? line : undefined,
  );
}

/**
 * Asaas took it, and its list does not show it: lists lag. One that stays away is a question again: it is
 * watched like a request without an answer, and keeps another one from being asked for.
 */
async function notListed(ports: EnginePorts, job: ActJobRow): Promise<null> {
  const since = ports.clock.now() - (job.attempts.at(-1)?.at ?? 0);
  if (since < QUARANTINE) {
    return release<ActJobRow>(ports, job, { nextAt: ports.now() + MIN_GAP });
  }
  const attempts = settled(job.attempts, 'ambiguous');
  const asked = await advance<ActJobRow>(ports, job, { attempts });
  return blockWith(ports, asked, { code: 'check-in-asaas' });
}

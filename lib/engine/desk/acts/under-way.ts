import {
  type ActRefusal,
  type ChargeActKind,
  standsAgain,
} from '../../../billing/acts/charge-act.ts';
import { timeOfDay } from '../../../billing/time-of-day.ts';
import type { ActJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { Settings } from '../../../settings/settings.ts';
import { isFollowing } from '../../outbox/desk/followed-refund.ts';
import { jobKeys } from '../../outbox/job-keys.ts';
import { VERIFICATIONS } from '../../outbox/schedule.ts';
import type { EnginePorts } from '../../ports.ts';

export interface AboutCharge {
  readonly origin: string;
  readonly providerKey: string;
  readonly invoiceId: string;
  readonly environment: string;
  readonly chargeId: string;
}

/** A sending from here on only looks at what it made. */
const SENT: ReadonlySet<JobRow['state']> = new Set(['created', 'verified']);

type About = Pick<AboutCharge, 'environment' | 'chargeId'>;

/**
 * Why nothing else may be done with the charge now: something is, or may still make another one for its
 * invoice, as the jobs of the invoice tell. A charge that is payable again stands where a sent one would: of a
 * sending, it waits for the last look as well, and is told when that is due.
 */
export function underWayRefusal(
  jobs: readonly JobRow[],
  kind: ChargeActKind,
  about: About,
): (ActRefusal & { readonly code: 'under-way' | 'sending-checked' }) | null {
  const inTheWay = jobs.filter((job) => isInTheWay(job, kind, about));
  const [first] = inTheWay;
  if (first === undefined) return null;
  const checked = inTheWay.map(lastLookAt);
  const until = checked.includes(null) ? null : Math.max(...checked.map(Number));
  return until === null
    ? { code: 'under-way' }
    : { code: 'sending-checked', params: { time: timeOfDay(until) } };
}

function isInTheWay(job: JobRow, kind: ChargeActKind, { environment, chargeId }: About): boolean {
  if (job.activeKey === undefined || job.environment !== environment) return false;
  // One that Asaas lists no more is a question again, and counts in no sum.
  if (isFollowing(job) && job.state !== 'blocked') return false;
  if (job.kind === 'create' || job.kind === 'change') {
    return standsAgain(kind) || !SENT.has(job.state);
  }
  return 'targetId' in job && job.targetId === chargeId;
}

/** When a sending is looked at for the last time, ms since the epoch; null of any other job, or where nobody knows. */
function lastLookAt({ kind, state, nextAt, verifications }: JobRow): number | null {
  if (kind !== 'create' || !SENT.has(state) || nextAt === null) return null;
  const last = VERIFICATIONS.at(-1) ?? 0;
  return nextAt + last - (VERIFICATIONS[verifications] ?? last);
}

/**
 * Why a paid boleto's refund is not asked for anew: the page on which its payer says where the money goes is
 * there, and two of them are two refunds.
 */
export function pageStandsRefusal(
  jobs: readonly JobRow[],
  kind: ChargeActKind,
  { chargeId }: Pick<AboutCharge, 'chargeId'>,
): ActRefusal | null {
  const stands = jobs.some(
    (job) => kind === 'bank-slip-refund' && job.kind === 'act' && isPageOf(job, chargeId),
  );
  return stands ? { code: 'page-stands' } : null;
}

function isPageOf({ act, targetId, link, state }: ActJobRow, chargeId: string): boolean {
  const isOwn = act.kind === 'bank-slip-refund' && targetId === chargeId;
  return isOwn && state === 'done' && link !== null;
}

/** Every job of an invoice, under any key of its provider. */
export async function jobsOfInvoice(
  { ledger }: Pick<EnginePorts, 'ledger'>,
  settings: Settings,
  about: Pick<AboutCharge, 'origin' | 'providerKey' | 'invoiceId'>,
): Promise<JobRow[]> {
  const pairs = jobKeys(settings, about).map((key): [string, string] => [key, about.invoiceId]);
  return ledger.jobs.where('[providerKey+invoiceId]').anyOf(pairs).toArray();
}

import { schemeWish } from '../../../billing/notices/plan-notices.ts';
import type { NoticesJobRow } from '../../../ledger/notice-rows.ts';
import type { CreateJobRow, JobRow } from '../../../ledger/rows.ts';
import type { AuditLine } from '../../audit/append.ts';
import type { EnginePorts } from '../../ports.ts';
import { blank, enqueue } from '../enqueue.ts';
import { didNothing } from '../quarantine.ts';

/** Where a payer's notices were asked to be others, and by what. */
export type WantedNotices = Pick<
  NoticesJobRow,
  | 'accountId'
  | 'environment'
  | 'origin'
  | 'providerKey'
  | 'invoiceId'
  | 'targetId'
  | 'wish'
  | 'because'
>;

/** Writes the wish, or gives the job that is under way for the same payer. */
export function enqueueNotices(
  ports: EnginePorts,
  wanted: WantedNotices,
  more: AuditLine['detail'] = {},
): Promise<JobRow> {
  const { accountId, environment, origin, providerKey, invoiceId } = wanted;
  const { targetId, wish, because } = wanted;
  const job: NoticesJobRow = {
    ...blank(ports),
    ...{ accountId, environment, origin, providerKey, invoiceId },
    ...{ kind: 'notices', activeKey: `notices:${accountId}:${targetId}`, targetId, wish, because },
  };
  const detail = { payer: targetId, ...(because === 'scheme' ? { scheme: true } : {}), ...more };
  return enqueue(ports, job, 'job.notices-queued', detail);
}

/**
 * A payer that a sending created gets the account's scheme, once, by a job of its own: the charge waits for
 * nothing of it, and whatever goes wrong here is no concern of the charge.
 */
export async function schemeForNewPayer(ports: EnginePorts, job: CreateJobRow): Promise<void> {
  // Also one whose answer was lost, and that was found afterwards.
  const isNew = job.attempts.some((each) => each.request === 'payer' && !didNothing(each));
  if (!isNew || job.payerId === null) return;
  try {
    const { sending, payerNotices } = await ports.readSettings();
    if (sending.notifier !== 'asaas' || !payerNotices.newPayers) return;
    const { accountId, environment, origin, providerKey, invoiceId, payerId: targetId } = job;
    const known = await ports.ledger.jobs
      .where('[providerKey+invoiceId]')
      .equals([providerKey, invoiceId])
      .filter((other) => other.kind === 'notices' && other.targetId === targetId)
      .count();
    if (known > 0) return;
    const wish = schemeWish('asaas', payerNotices.grid);
    const about = { accountId, environment, origin, providerKey, invoiceId, targetId };
    await enqueueNotices(ports, { ...about, wish, because: 'scheme' });
  } catch {
    // The next step of the job comes by here again; the charge goes its way meanwhile.
  }
}

import { schemeWish } from '../../../billing/notices/plan-notices.ts';
import type { NoticeItemState, NoticesJobRow } from '../../../ledger/notice-rows.ts';
import type { CreateJobRow, JobRow } from '../../../ledger/rows.ts';
import type { AuditLine } from '../../audit/append.ts';
import type { EnginePorts } from '../../ports.ts';
import { blank, enqueue } from '../enqueue.ts';
import { didNothing } from '../quarantine.ts';

/** One standardisation of an account is under way at a time. */
export const runKey = (accountId: string): string => `notices-run:${accountId}`;

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
  const leave = async (added: NoticesJobRow): Promise<NoticesJobRow> => {
    if (because === 'asked') await leaveToPerson(ports, added);
    return added;
  };
  return enqueue(ports, job, 'job.notices-queued', detail, leave, ['noticeItems']);
}

/** Where a payer is of whom a standardisation would still ask for something, or might once more. */
const UNDECIDED: ReadonlySet<NoticeItemState> = new Set(['differs', 'intent', 'failed']);

/**
 * What a person says of one payer counts more than what was confirmed for all of them before. Within the
 * transaction that writes it.
 */
async function leaveToPerson(
  { ledger }: Pick<EnginePorts, 'ledger'>,
  { accountId, targetId }: NoticesJobRow,
): Promise<void> {
  const { jobs, noticeItems } = ledger;
  const run = await jobs.where({ activeKey: runKey(accountId) }).first();
  if (run?.kind !== 'notices-run' || run.phase !== 'changing') return;
  await noticeItems
    .where('[jobId+payerId]')
    .equals([run.id, targetId])
    .and(({ state }) => UNDECIDED.has(state))
    .modify({ state: 'left' });
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

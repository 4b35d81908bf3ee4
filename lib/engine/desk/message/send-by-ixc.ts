import type { Environment } from '../../../billing/charge.ts';
import { fail, ok, type Result } from '../../../billing/result.ts';
import type { IxcMessage, MessageFailure } from '../../../ixc/webservice/send-message.ts';
import { environmentOf } from '../../../ledger/charges.ts';
import type { LedgerDatabase } from '../../../ledger/database.ts';
import type { MessageJobRow, MessageRow } from '../../../ledger/message-rows.ts';
import { isPaused } from '../../../ledger/pause.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { MessageRefusal } from '../../../messages/payer-message.ts';
import { appendAudit } from '../../audit/append.ts';
import { blank } from '../../outbox/enqueue.ts';
import { intentOf, settled } from '../../outbox/outcome.ts';
import { LEASE } from '../../outbox/schedule.ts';
import type { EnginePorts } from '../../ports.ts';
import { ixcFailureView } from '../../setup/failures.ts';
import { dailyCap } from './daily-cap.ts';
import { changed, isSpent, type Leaving, lineOf, messageRow, spent } from './record.ts';

/** Longer than the request itself may take: whoever finds it so later finds a worker that died. ms. */
const IN_FLIGHT = LEASE + 15_000;

const UNTOLD: ReadonlySet<MessageRow['state']> = new Set(['sending', 'unknown']);

/** What became of a message that IXC was asked for. */
type Ended = Result<null, MessageFailure>;

/**
 * Has IXC send a message, at most once: that it is asked for is on disk before it is, and whatever comes
 * instead of an answer ends the job with a question for a person. What the message says is held by this life
 * of the worker alone, so that no later one could ask again. Nobody waits for the answer: a gateway may take
 * half a minute, and what became of it is told by its row.
 */
export async function sendByIxc(
  ports: EnginePorts,
  leaving: Leaving,
  ask: (message: IxcMessage) => Promise<Ended>,
  message: IxcMessage,
): Promise<Result<MessageRow, MessageRefusal>> {
  const intended = await intend(ports, leaving);
  if (!intended.ok) return intended;
  const { row, job } = intended.value;
  changed(ports, row);
  ask(message)
    .then((ended) => finish(ports, row, job, ended))
    .catch(() => {
      // What was asked for is on disk, and ends as a question: see `endOrphan`.
    });
  return ok(row);
}

async function intend(
  ports: EnginePorts,
  leaving: Leaving,
): Promise<Result<{ readonly row: MessageRow; readonly job: MessageJobRow }, MessageRefusal>> {
  const { ledger } = ports;
  const settings = await ports.readSettings();
  const row = messageRow(ports, leaving, 'sending');
  const job = jobOf(ports, row);
  const { messages, jobs, audit, meta } = ledger;
  return ledger.transaction('rw', [messages, jobs, audit, meta], async () => {
    if (await isPaused(ledger)) return fail<MessageRefusal>({ code: 'paused' });
    const cap = await dailyCap(ports, settings);
    if (isSpent(cap)) return fail(spent(cap));
    // One at a time of a charge: two drawers never send it twice. Of one that IXC has not answered, or never
    // did, nobody knows: a person looks before another one goes.
    const underWay = await jobs.where({ activeKey: job.activeKey }).count();
    if (underWay > 0 || (await isAnyUnknown(ledger, row)))
      return fail<MessageRefusal>({ code: 'unknown-before' });
    await messages.add(row);
    await jobs.add(job);
    const { detail } = lineOf(row);
    await appendAudit(ports, { action: 'message.ixc-intent', job, detail });
    return ok({ row, job });
  });
}

async function isAnyUnknown(
  { messages }: Pick<LedgerDatabase, 'messages'>,
  { chargeIds, seat }: MessageRow,
): Promise<boolean> {
  const before = await messages.where('chargeIds').anyOf(chargeIds).toArray();
  return before.some((each) => each.seat === seat && UNTOLD.has(each.state));
}

function jobOf(ports: EnginePorts, row: MessageRow): MessageJobRow {
  const [chargeId = '', invoiceId = ''] = [row.chargeIds[0], row.invoiceIds[0]];
  const { accountId, origin, providerKey } = row;
  const isReal = environmentOf(accountId) === 'production';
  const environment: Environment = isReal ? 'production' : 'sandbox';
  const askedBy = ports.operator?.() ?? null;
  const who = askedBy === null ? {} : { askedBy };
  const base = { ...blank(ports), ...who, accountId, environment, origin, providerKey, invoiceId };
  const job: MessageJobRow = {
    ...base,
    kind: 'message',
    activeKey: `message:${chargeId}`,
    chargeId,
    channel: row.channel,
    messageId: row.id,
    nextAt: ports.now() + IN_FLIGHT,
    lease: { owner: ports.owner, until: ports.now() + IN_FLIGHT },
  };
  return { ...job, ...intentOf(ports, job, 'message') };
}

const CHECK: FailureView = { code: 'check-in-ixc' };

/** Ends job and message in one; a job that somebody ended meanwhile stays as it was ended. */
async function finish(
  ports: EnginePorts,
  row: MessageRow,
  { id }: MessageJobRow,
  ended: Ended,
): Promise<void> {
  const { ledger } = ports;
  const { messages, jobs, audit } = ledger;
  await ledger.transaction('rw', messages, jobs, audit, async () => {
    const job = await jobs.get(id);
    if (job?.kind !== 'message' || job.activeKey === undefined) return;
    await endMessageJob(ports, job, ended);
  });
  changed(ports, row);
}

/** Within a transaction over messages, jobs and audit. */
async function endMessageJob(
  ports: Pick<EnginePorts, 'ledger' | 'now' | 'clock' | 'installationId'>,
  job: MessageJobRow,
  ended: Ended,
): Promise<void> {
  const { ledger } = ports;
  const { activeKey: _over, ...rest } = job;
  const isUnknown = !ended.ok && ended.error.outcome === 'unknown';
  const failure = ended.ok ? null : isUnknown ? CHECK : ixcFailureView(ended.error.failure);
  const became = ended.ok ? 'sent' : isUnknown ? 'unknown' : 'not-sent';
  const outcome = ended.ok ? 'done' : isUnknown ? 'ambiguous' : 'refused';
  await ledger.jobs.put({
    ...rest,
    state: ended.ok ? 'done' : 'blocked',
    attempts: settled(job.attempts, outcome),
    failure,
    revision: job.revision + 1,
    lease: null,
    nextAt: null,
  });
  const row = await ledger.messages.get(job.messageId);
  if (row) await ledger.messages.put({ ...row, state: became, settledAt: ports.clock.now() });
  await appendAudit(ports, {
    action: `message.ixc-${became}`,
    job,
    detail: { message: job.messageId, ...(failure && { failure: failure.code }) },
  });
}

const DIED: Ended = fail({ outcome: 'unknown', failure: { kind: 'network' } });

/**
 * The worker that asked died before the answer: nobody knows, and nobody asks again. A step of the outbox's
 * machine, for a job of which no worker holds the text any more.
 */
export async function endOrphan(ports: EnginePorts, job: MessageJobRow): Promise<null> {
  const { ledger } = ports;
  const { messages, jobs, audit } = ledger;
  await ledger.transaction('rw', messages, jobs, audit, async () => {
    const current: JobRow | undefined = await jobs.get(job.id);
    if (current?.kind !== 'message' || current.revision !== job.revision) return;
    await endMessageJob(ports, current, DIED);
  });
  ports.events.changed(job);
  return null;
}

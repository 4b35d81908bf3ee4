import { bytesToHex } from '@noble/hashes/utils.js';
import { standsAgain } from '../../billing/acts/charge-act.ts';
import type { ReadingSource } from '../../billing/reading-source.ts';
import type { ReplacedCharge, SendChoices } from '../../billing/send-plan.types.ts';
import type {
  ChangeJobRow,
  ChargeRow,
  CreateJobRow,
  DeleteJobRow,
  JobRow,
  Replacing,
} from '../../ledger/rows.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import { appendAudit, type AuditLine } from '../audit/append.ts';
import type { EnginePorts } from '../ports.ts';
import { activeKey } from './active-key.ts';
import { jobKeys } from './job-keys.ts';
import { REPLACE_GAP } from './schedule.ts';

/** What an operator confirmed in a drawer. */
export interface Confirmed {
  readonly account: AccountSettings;
  readonly origin: string;
  readonly providerKey: string;
  readonly invoiceId: string;
  readonly confirmation: string;
  readonly choices: SendChoices;
  /** How what was confirmed had been read. */
  readonly source?: ReadingSource;
  /** What every other way to IXC had met with, where the operator chose this source instead; in codes. */
  readonly tried?: string;
  /** The job of the same confirmation that stopped and is tried anew. */
  readonly retries?: string;
  /** Sent by one click on the row, without the drawer. */
  readonly atOnce?: true;
  /** Cancelled before the new charge is created. */
  readonly replaces?: readonly ReplacedCharge[];
}

/** What every new job begins with. */
export function blank(ports: EnginePorts) {
  const askedBy = ports.operator?.() ?? null;
  return {
    ...(askedBy === null ? {} : { askedBy }),
    id: bytesToHex(ports.random(16)),
    state: 'queued' as const,
    createdAt: ports.now(),
    revision: 0,
    nextAt: ports.now(),
    tries: 0,
    lease: null,
    attempts: [],
    absentLocates: [],
    reasons: [],
    failure: null,
    chargeId: null,
    verifications: 0,
  };
}

function asked(ports: EnginePorts, confirmed: Confirmed) {
  const { account, origin, providerKey, invoiceId, confirmation, choices, source } = confirmed;
  return {
    ...blank(ports),
    activeKey: activeKey(account.environment, providerKey, invoiceId),
    accountId: account.id,
    environment: account.environment,
    origin,
    providerKey,
    invoiceId,
    confirmation,
    choices,
    ...(source === undefined ? {} : { source }),
  };
}

/**
 * Writes the intent to charge an invoice, or gives the one that already exists: two clicks, two tabs
 * and two confirmations are one job, by the unique index on `activeKey`; and so are two panels of one
 * provider that look for each other's keys.
 */
export async function enqueueCreate(ports: EnginePorts, confirmed: Confirmed): Promise<JobRow> {
  const job: CreateJobRow = {
    ...asked(ports, confirmed),
    kind: 'create',
    draft: null,
    payerId: null,
  };
  const detail = { ...(confirmed.atOnce ? { atOnce: true } : {}), ...readFrom(confirmed) };
  const { replaces = [] } = confirmed;
  return enqueue(ports, job, 'job.queued', detail, (creation) =>
    addDeletions(ports, creation, replaces),
  );
}

/**
 * Within the transaction that writes the creation: a deletion of each old charge, or the one that is under
 * way already. The creation gets its turn when they are over.
 */
async function addDeletions(
  ports: EnginePorts,
  creation: CreateJobRow,
  replaces: readonly ReplacedCharge[],
): Promise<CreateJobRow> {
  if (replaces.length === 0) return creation;
  const waited: Replacing[] = [];
  for (const charge of replaces) {
    const deletion: DeleteJobRow = {
      ...deletionOf(ports, creation, charge),
      replacedBy: creation.id,
    };
    const standing = await ports.ledger.jobs.where({ activeKey: deletion.activeKey }).first();
    waited.push({ ...charge, jobId: (standing ?? deletion).id });
    if (standing) continue;
    await ports.ledger.jobs.add(deletion);
    const { id, value, dueDate } = charge;
    const detail = { charge: id, cents: value, due: dueDate, replaced: true };
    await appendAudit(ports, { action: 'job.delete-queued', job: deletion, detail });
  }
  return { ...creation, replaces: waited, nextAt: ports.now() + REPLACE_GAP };
}

function deletionOf(
  ports: EnginePorts,
  { accountId, environment, origin, providerKey, invoiceId }: JobRow,
  { id }: Pick<ChargeRow, 'id'>,
): DeleteJobRow {
  return {
    ...blank(ports),
    kind: 'delete',
    activeKey: `delete:${id}`,
    accountId,
    environment,
    origin,
    providerKey,
    invoiceId,
    targetId: id,
  };
}

/** Writes the intent to change the charge that the invoice has, or is to be given. */
export async function enqueueChange(
  ports: EnginePorts,
  confirmed: Confirmed,
  targetId: string,
): Promise<JobRow> {
  const job: ChangeJobRow = { ...asked(ports, confirmed), kind: 'change', targetId };
  return enqueue(ports, job, 'job.change-queued', readFrom(confirmed));
}

/** That less than the webservice was read, and why, must be known later. */
function readFrom({ source, tried, retries }: Confirmed): AuditLine['detail'] {
  const isLess = source === 'session' || source === 'hand';
  return {
    ...(isLess ? { source } : {}),
    ...(tried === undefined ? {} : { tried }),
    ...(retries === undefined ? {} : { retries }),
  };
}

/** Writes the intent to delete a charge that lost to another one of the same reference. */
export async function enqueueDelete(
  ports: EnginePorts,
  job: CreateJobRow,
  loser: Pick<ChargeRow, 'id'>,
): Promise<JobRow> {
  const deletion: DeleteJobRow = {
    ...deletionOf(ports, job, loser),
    // The codes of the attempts that made it are what entitles this installation to delete it.
    attempts: job.attempts,
    payerId: job.payerId,
  };
  return enqueue(ports, deletion, 'job.delete-queued');
}

/** Writes the intent to delete what a creation made that was called off. */
export async function enqueueWithdrawal(
  ports: EnginePorts,
  job: CreateJobRow,
  charge: Pick<ChargeRow, 'id'>,
): Promise<JobRow> {
  const { attempts, payerId, id } = job;
  const deletion = { ...deletionOf(ports, job, charge), attempts, payerId, calledOffBy: id };
  const detail = { charge: charge.id, calledOff: true };
  return enqueue<DeleteJobRow>(ports, deletion, 'job.delete-queued', detail);
}

/**
 * Writes a job and its audit line, or gives the one that holds the same intent already. What `beside` does to
 * these further `tables` is done in the same transaction, or not at all.
 */
export async function enqueue<J extends JobRow>(
  ports: EnginePorts,
  job: J,
  action: AuditLine['action'],
  detail: AuditLine['detail'] = {},
  beside: (job: J) => Promise<J> = (same) => Promise.resolve(same),
  tables: readonly ('adoptions' | 'noticeItems')[] = [],
): Promise<JobRow> {
  const { ledger } = ports;
  const held = await keysHeld(ports, job);
  const all = ['jobs', 'audit', ...tables];
  const stored = await ledger.transaction('rw', all, async () => {
    const existing = await ledger.jobs.where('activeKey').anyOf(held).first();
    if (existing) return existing;
    await appendAudit(ports, { action, job, detail });
    const whole = await beside(job);
    await ledger.jobs.add(whole);
    return whole;
  });
  ports.events.changed(job);
  return stored;
}

/** What a job of the same intent holds: for an invoice, under any key of its provider. */
async function keysHeld(ports: EnginePorts, job: JobRow): Promise<string[]> {
  if (job.kind === 'delete' || job.kind === 'counter') return [job.activeKey ?? ''];
  if (job.kind === 'payer') return [job.activeKey ?? ''];
  if (job.kind === 'notices' || job.kind === 'notices-run') return [job.activeKey ?? ''];
  // A charge that is payable again stands where a new one would: the two exclude each other.
  if (job.kind === 'act' && !standsAgain(job.act.kind)) return [job.activeKey ?? ''];
  const keys = jobKeys(await ports.readSettings(), job);
  return keys.map((key) => activeKey(job.environment, key, job.invoiceId));
}

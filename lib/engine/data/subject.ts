import { livenessOf } from '../../billing/status.ts';
import { batchesOf } from '../../ledger/batches.ts';
import { chargesOf } from '../../ledger/charges.ts';
import { providerKeysOf } from '../../ledger/provider-keys.ts';
import type { AdoptionRow } from '../../ledger/adoption-rows.ts';
import type { AuditEntry } from '../../ledger/audit-entry.ts';
import type { NoticeItemRow } from '../../ledger/notice-rows.ts';
import type { MessageRow } from '../../ledger/message-rows.ts';
import type { ChargeRow, InvoiceRow, JobRow } from '../../ledger/rows.ts';
import type { Settings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';

export type SubjectPorts = Pick<
  EnginePorts,
  'ledger' | 'now' | 'readSettings' | 'typed' | 'overrides'
>;

/** What finding a customer takes: a page has it too. */
export interface FindingPorts extends Pick<EnginePorts, 'ledger'> {
  readonly readSettings: () => Promise<Pick<Settings, 'panels'>>;
}

/** One customer of one panel's IXC. */
export interface Subject {
  readonly origin: string;
  readonly customerId: string;
}

/** Everything in the ledger that is about one customer. */
export interface Held {
  readonly invoices: readonly InvoiceRow[];
  readonly charges: readonly ChargeRow[];
  readonly jobs: readonly JobRow[];
  readonly messages: readonly MessageRow[];
  /** Matches of existing charges, whatever became of them. */
  readonly adoptions: readonly AdoptionRow[];
  /** The customer's payers among those of a standardisation. */
  readonly notices: readonly NoticeItemRow[];
  /** The invoices' ids, also of those whose own row is gone. */
  readonly invoiceIds: ReadonlySet<string>;
  readonly keys: readonly string[];
  /** Whom Asaas knows the customer as. */
  readonly payers: readonly string[];
}

/**
 * Finds what is held about a customer: by the invoices that were read, by the jobs that named them, and
 * by the payer whom their charges are of. A document shared by two customers is one payer, and one person.
 */
export async function findSubject(ports: FindingPorts, subject: Subject): Promise<Held> {
  return heldUnder(ports.ledger, await keysOfSubject(ports, subject), subject);
}

/** The keys under which a customer's invoices were charged. */
export async function keysOfSubject(
  { ledger, readSettings }: FindingPorts,
  { origin }: Subject,
): Promise<readonly string[]> {
  return providerKeysOf(ledger, await readSettings(), origin);
}

/** What of a customer is held under these keys. From the ledger alone, so that it may be asked in a transaction. */
export async function heldUnder(
  ledger: FindingPorts['ledger'],
  keys: readonly string[],
  { origin, customerId }: Subject,
): Promise<Held> {
  const invoices = await ledger.invoices
    .where('[origin+customerId]')
    .equals([origin, customerId])
    .toArray();
  const named = await ledger.jobs
    .filter((job) => job.origin === origin && customerOf(job) === customerId)
    .toArray();
  const adoptions = await ledger.adoptions
    .where('customerId')
    .equals(customerId)
    .and((row) => row.origin === origin)
    .toArray();
  const invoiceIds = new Set([
    ...invoices.map(({ id }) => id),
    ...named.map((job) => job.invoiceId),
    // That of a link that stopped is nowhere else. Where there are several, they may be several customers'.
    ...adoptions.flatMap((row) => (row.kind === 'exact' ? row.invoiceIds : [])),
  ]);
  const byInvoice = await chargesOfAll(ledger, keys, invoiceIds);
  const payers = [...new Set(byInvoice.map(({ payerId }) => payerId))];
  const byPayer = await ledger.charges.where('payerId').anyOf(payers).toArray();
  for (const { providerKey, invoiceId } of byPayer) {
    if (keys.includes(providerKey)) invoiceIds.add(invoiceId);
  }
  const charges = await chargesOfAll(ledger, keys, invoiceIds);
  const jobs = await ledger.jobs
    .where('[providerKey+invoiceId]')
    .anyOf(placesOf(keys, invoiceIds))
    .toArray();
  const messages = await ledger.messages
    .filter(
      (message) =>
        (message.origin === origin && message.customerId === customerId) ||
        (keys.includes(message.providerKey) &&
          message.invoiceIds.some((each) => invoiceIds.has(each))),
    )
    .toArray();
  const notices = await noticesOf(ledger, { origin, customerId }, payers);
  return { invoices, charges, jobs, messages, adoptions, notices, invoiceIds, keys, payers };
}

function customerOf(job: JobRow): string | undefined {
  return job.kind === 'create' || job.kind === 'payer' ? job.customerId : undefined;
}

async function noticesOf(
  { jobs, noticeItems }: SubjectPorts['ledger'],
  { origin, customerId }: Subject,
  payers: readonly string[],
): Promise<NoticeItemRow[]> {
  const runs = await jobs
    .filter((job) => job.kind === 'notices-run' && job.origin === origin)
    .primaryKeys();
  return noticeItems
    .filter(
      (item) =>
        runs.includes(item.jobId) &&
        (item.customerId === customerId || payers.includes(item.payerId)),
    )
    .toArray();
}

async function chargesOfAll(
  ledger: SubjectPorts['ledger'],
  keys: readonly string[],
  invoiceIds: ReadonlySet<string>,
): Promise<ChargeRow[]> {
  const found = await Promise.all([...invoiceIds].map((id) => chargesOf(ledger, keys, id)));
  return found.flat();
}

function placesOf(keys: readonly string[], invoiceIds: ReadonlySet<string>): [string, string][] {
  return keys.flatMap((key) => [...invoiceIds].map((id): [string, string] => [key, id]));
}

/** Money may still come in for it, or go back: its row is what keeps the invoice from being charged twice. */
export function isUnfinished(charge: ChargeRow): boolean {
  return !['paid', 'refunded', 'deleted'].includes(livenessOf(charge));
}

/** All of it as one readable text (JSON), audit lines included. No name is among it: none is held. */
export async function exportSubject(ports: SubjectPorts, subject: Subject): Promise<string> {
  const { ledger } = ports;
  const held = await findSubject(ports, subject);
  const ids = held.charges.map(({ id }) => id);
  const audit: AuditEntry[] = [];
  for await (const entries of batchesOf(ledger.audit)) {
    audit.push(...entries.filter(({ ids: of }) => isAbout(held, of)));
  }
  const about = {
    subject,
    invoices: held.invoices,
    charges: held.charges,
    codes: (await ledger.codes.bulkGet(ids)).filter((row) => row !== undefined),
    receipts: await ledger.receipts
      .filter(({ payerId }) => held.payers.includes(payerId))
      .toArray(),
    happenings: await ledger.happenings.where('chargeId').anyOf(ids).toArray(),
    jobs: held.jobs,
    messages: held.messages,
    adoptions: held.adoptions,
    notices: held.notices,
    alerts: await ledger.alerts.filter((alert) => isAbout(held, alert)).toArray(),
    audit,
  };
  return JSON.stringify(about, null, 2);
}

/** Whether ids of an audit line or an alert name an invoice of the customer. */
export function isAbout(
  { keys, invoiceIds }: Held,
  ids: { readonly providerKey?: string | null; readonly invoiceId?: string | null },
): boolean {
  const { providerKey, invoiceId } = ids;
  return keys.includes(providerKey ?? '') && invoiceIds.has(invoiceId ?? '');
}

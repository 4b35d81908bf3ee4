import type { Payer } from '../../../billing/charge.ts';
import { normaliseDocument } from '../../../billing/document.ts';
import type { Customer } from '../../../billing/invoice.ts';
import {
  payerChange,
  payerDifferences,
  seenMark,
  type PayerDifference,
} from '../../../billing/payer/differences.ts';
import type { PayerChange } from '../../../billing/payer/payer-field.ts';
import { parseReference } from '../../../billing/reference.ts';
import type { PayerJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { EnginePorts } from '../../ports.ts';
import { asaasFailureView } from '../../setup/failures.ts';
import { jobClient, type JobClient } from '../job-client.ts';
import { jobKeys } from '../job-keys.ts';
import { intentOf, postpone, repeatableFailed, settled, withoutAnswer } from '../outcome.ts';
import { answered } from '../quarantine.ts';
import { blockWith } from '../stopping.ts';
import { advance, finish, intend } from '../store.ts';
import { readCustomer } from './read-customer.ts';

/** Asaas takes a value or it does not: it is not asked for the same without end. */
const MOST_ASKED = 2;

/**
 * Brings a payer to what IXC has. A PUT repeats only after a GET: every step begins by reading both sides,
 * names only the fields that are to become others, and the job ends when nothing of that is left, whoever
 * it was that brought it about. Nothing here touches a charge, or makes a payer.
 */
export async function stepPayer(ports: EnginePorts, job: PayerJobRow): Promise<JobRow | null> {
  if (job.state !== 'locating') {
    const attempts = withoutAnswer(job.attempts);
    return advance<PayerJobRow>(ports, job, { state: 'locating', attempts });
  }
  const own = await jobClient(ports, job);
  if (!own.ok) return postpone(ports, job, own.error);
  const { client } = own.value;
  const read = await client.getPayer(job.payerId);
  if (!read.ok) return postpone(ports, job, asaasFailureView(read.error));
  const customer = await readCustomer(ports, own.value, job);
  if (!customer.ok) return postpone(ports, job, customer.error);
  if (!isOf(customer.value, read.value, jobKeys(own.value.settings, job))) {
    return blockWith(ports, job, { code: 'payer-not-ours' });
  }
  const differences = payerDifferences(customer.value, read.value);
  const change = payerChange(differences, job.fields);
  if (Object.keys(change).length === 0) return payerDone(ports, job);
  if (!isAsSeen(job, differences)) {
    return blockWith(ports, job, { code: 'changed-since-confirmation' });
  }
  const taken = job.attempts.filter(({ outcome }) => outcome === 'done').length;
  if (taken >= MOST_ASKED) return blockWith(ports, job, { code: 'payer-not-taken' });
  return ask(ports, job, client, change);
}

async function ask(
  ports: EnginePorts,
  job: PayerJobRow,
  client: JobClient['client'],
  change: PayerChange,
): Promise<JobRow | null> {
  const detail = { payer: job.payerId, fields: Object.keys(change).join(', ') };
  const intent = await intend<PayerJobRow>(
    ports,
    job,
    { ...intentOf(ports, job, 'payer-change'), failure: null },
    { action: 'payer.change-intent', detail },
  );
  if (!intent) return null;
  const answer = await client.updatePayer(job.payerId, change);
  if (!answer.ok) return repeatableFailed(ports, intent, answer.error);
  return advance<PayerJobRow>(
    ports,
    intent,
    { state: 'locating', attempts: settled(intent.attempts, 'done'), tries: 0 },
    { action: 'payer.changed', detail },
  );
}

/** A payer of another customer is nobody's to write to, and one that names no customer only with this CPF. */
function isOf(customer: Customer, payer: Payer, keys: readonly string[]): boolean {
  if (payer.deleted) return false;
  const reference = payer.reference === null ? null : parseReference(payer.reference);
  if (reference !== null) {
    const isKnown = reference.kind === 'payer' && keys.includes(reference.providerKey);
    return isKnown && reference.customerId === customer.id;
  }
  return normaliseDocument(payer.document) === normaliseDocument(customer.document);
}

/** What a person chose between has not become something else. A field that agrees by now needs no choice. */
function isAsSeen(job: PayerJobRow, differences: readonly PayerDifference[]): boolean {
  // What this very job was answered or asked for already no longer differs, or half of it does not.
  if (job.attempts.length > 0 || job.fields.length === 0) return true;
  return seenMark(differences, job.fields) === job.seen;
}

function payerDone(ports: EnginePorts, job: PayerJobRow): Promise<null> {
  const attempts = answered(job.attempts);
  const action = attempts.length > 0 ? 'job.done' : 'payer.in-step';
  const detail = { payer: job.payerId };
  return finish(ports, job, { state: 'done', failure: null, attempts }, { action, detail });
}

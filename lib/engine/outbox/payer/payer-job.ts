import type { Payer } from '../../../billing/charge.ts';
import { normaliseDocument } from '../../../billing/document.ts';
import type { Customer } from '../../../billing/invoice.ts';
import {
  isOtherPerson,
  payerChange,
  payerDifferences,
} from '../../../billing/payer/differences.ts';
import type { PayerChange } from '../../../billing/payer/payer-field.ts';
import { areAsSeen } from '../../../billing/payer/seen-marks.ts';
import { isUnclaimed } from '../../../billing/payer/whose-record.ts';
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
import { hasItsCharge } from './beside-creation.ts';
import { readCustomer } from './read-customer.ts';
import { forgetTyped } from './spent-override.ts';

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
  if (!(await hasItsCharge(ports, job))) return null;
  const own = await jobClient(ports, job);
  if (!own.ok) return postpone(ports, job, own.error);
  const key = await ports.markKey();
  if (!key.ok) return postpone(ports, job, key.error);
  const { client } = own.value;
  const read = await client.getPayer(job.payerId);
  if (!read.ok) return postpone(ports, job, asaasFailureView(read.error));
  const customer = await readCustomer(ports, own.value, job);
  if (!customer.ok) return postpone(ports, job, customer.error);
  if (!isOf(job, customer.value, read.value, jobKeys(own.value.settings, job))) {
    return blockWith(ports, job, { code: 'payer-not-ours' });
  }
  const differences = payerDifferences(customer.value, read.value);
  const change = payerChange(differences, job.fields);
  if (Object.keys(change).length === 0) return payerDone(ports, job);
  if (!areAsSeen(differences, job.fields, job.seen, key.value)) {
    return blockWith(ports, job, { code: 'payer-changed' });
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

/**
 * A payer of another customer or of another system is nobody's to write to. Nor is one with another CPF than
 * IXC's, unless its CPF is what a person said is wrong; and what no person was asked about goes to no record
 * that may be somebody else's.
 */
function isOf(
  { customerId, fields, beside }: PayerJobRow,
  customer: Customer,
  payer: Payer,
  keys: readonly string[],
): boolean {
  if (payer.deleted || !isUnclaimed(payer, customerId, keys)) return false;
  if (beside !== undefined && isOtherPerson(customer, payer)) return false;
  if (normaliseDocument(payer.document) === normaliseDocument(customer.document)) return true;
  return payer.reference !== null && (payer.document === '' || fields.includes('document'));
}

async function payerDone(ports: EnginePorts, job: PayerJobRow): Promise<null> {
  const attempts = answered(job.attempts);
  const action = attempts.length > 0 ? 'job.done' : 'payer.in-step';
  const detail = { payer: job.payerId };
  await finish(ports, job, { state: 'done', failure: null, attempts }, { action, detail });
  if (job.override !== null) await forgetTyped(ports, job, job.override);
  return null;
}

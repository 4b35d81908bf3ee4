import type { Charge } from '../../billing/charge.ts';
import { standingCharges } from '../../billing/standing.ts';
import { payerReference } from '../../billing/reference.ts';
import type { CreateJobRow, JobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { locateCharges } from '../send/locate.ts';
import { ownCharge } from './locating.ts';
import { isOfJob } from './of-job.ts';
import { postpone } from './outcome.ts';
import { afterAbsent, answered, openQuestion, withAbsent } from './quarantine.ts';
import { gapAfterAbsent, WATCH_GAP } from './schedule.ts';
import { jobKeys } from './job-keys.ts';
import { keepWatching } from './stopping.ts';
import { advance, finish, release } from './store.ts';

/** Leaves `unknown` only by looking: for the charge, or for the payer if that was what was asked. */
export async function searchForOutcome(
  ports: EnginePorts,
  job: CreateJobRow,
): Promise<JobRow | null> {
  const question = openQuestion(job.attempts);
  if (!question) {
    if (job.state === 'blocked') return stopWatching(ports, job, job.attempts);
    return advance(ports, job, { state: 'locating' });
  }
  const settings = await ports.readSettings();
  const account = settings.accounts.find(({ id }) => id === job.accountId);
  if (!account) return postpone(ports, job, { code: 'no-account' });

  const located = await locateCharges(ports, [account], jobKeys(settings, job), job.invoiceId);
  if (!located.ok) return postpone(ports, job, located.error);
  const ofJob = located.value.filter((charge) => isOfJob(job, charge));
  const found = ownCharge(job, ofJob) ?? standingCharges(ofJob)[0];
  if (found) return foundCharge(ports, job, found);
  if (question.request === 'payer' && (await payerExists(ports, job))) {
    // A person was asked; finding the payer answers the question, and is no leave to go on.
    if (job.state === 'blocked') return stopWatching(ports, job, answered(job.attempts));
    return advance(ports, job, {
      state: 'locating',
      attempts: answered(job.attempts),
      absentLocates: [],
    });
  }
  return notFound(ports, job);
}

/** The question is answered: the charge is there, and only has to be verified. */
export function foundCharge(
  ports: EnginePorts,
  job: CreateJobRow,
  { id }: Pick<Charge, 'id'>,
): Promise<CreateJobRow> {
  return advance(
    ports,
    job,
    {
      state: 'created',
      attempts: answered(job.attempts),
      chargeId: id,
      failure: null,
      reasons: [],
      tries: 0,
    },
    { action: 'charge.found', detail: { charge: id } },
  );
}

async function payerExists(ports: EnginePorts, job: CreateJobRow): Promise<boolean> {
  const settings = await ports.readSettings();
  const account = settings.accounts.find(({ id }) => id === job.accountId);
  const invoice = await ports.ledger.invoices.get([job.origin, job.invoiceId]);
  const customerId = job.customerId ?? invoice?.customerId;
  if (!account || customerId === undefined) return false;
  const client = await ports.asaas(account);
  if (!client.ok) return false;
  const answer = await client.value.listPayers({
    externalReference: payerReference(job.providerKey, customerId),
  });
  return answer.ok && answer.value.some(({ deleted }) => !deleted);
}

function notFound(ports: EnginePorts, job: CreateJobRow): Promise<JobRow | null> {
  const absentLocates = withAbsent(job.absentLocates, ports.clock.now());
  const verdict = afterAbsent(job.attempts, absentLocates);
  if (job.state === 'blocked') return keepWatching(ports, job);
  switch (verdict) {
    case 'wait':
      return release(ports, job, {
        absentLocates,
        nextAt: ports.now() + gapAfterAbsent(absentLocates.length),
        tries: 0,
      });
    case 'repeat':
      // The ambiguous attempt stays in the list: it is what makes the next one the last.
      return advance(
        ports,
        job,
        { state: 'locating', absentLocates, failure: null, tries: 0 },
        { action: 'job.repeat', detail: {} },
      );
    case 'ask-person':
      return release(
        ports,
        job,
        {
          state: 'blocked',
          absentLocates,
          failure: { code: 'check-in-asaas' },
          nextAt: ports.now() + WATCH_GAP,
        },
        { action: 'job.blocked', detail: { failure: 'check-in-asaas' } },
      );
  }
}

function stopWatching(
  ports: EnginePorts,
  job: CreateJobRow,
  attempts: CreateJobRow['attempts'],
): Promise<null> {
  const line = { action: 'job.blocked', detail: { found: 'payer' } } as const;
  return finish(ports, job, { state: 'blocked', attempts }, line);
}

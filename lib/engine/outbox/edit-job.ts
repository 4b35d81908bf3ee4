import { isCarriedOut } from '../../billing/edit/carried-out.ts';
import type { EditedCharge } from '../../billing/edit/charge-edit.ts';
import { planEdit } from '../../billing/edit/plan-edit.ts';
import { chargeRow, putCharge } from '../../ledger/charges.ts';
import type { EditJobRow } from '../../ledger/desk-rows.ts';
import type { ChargeRow, JobRow } from '../../ledger/rows.ts';
import { editConfirmation } from '../desk/edit/confirmation.ts';
import { withCharge } from '../desk/edit/with-charge.ts';
import type { EnginePorts } from '../ports.ts';
import { gatherAgain } from '../send/gather-again.ts';
import { asaasFailureView } from '../setup/failures.ts';
import { editDone } from './edit-end.ts';
import { endUnlessLate } from './edit-late.ts';
import { requestEdit } from './edit-request.ts';
import { jobClient, type JobClient } from './job-client.ts';
import { jobKeys } from './job-keys.ts';
import { postpone, withoutAnswer } from './outcome.ts';
import { MIN_GAP } from './quarantine.ts';
import { readingFailed } from './reading-failed.ts';
import { block, blockWith } from './stopping.ts';
import { advance, release } from './store.ts';

/**
 * Gives the charge of an invoice another due date, method, description or terms. A PUT repeats only after a
 * GET that says it was not carried out: every state but the end begins by reading the charge with its terms,
 * and one that is as it should be needs no request. Whatever else is read then must still lead to exactly
 * what was confirmed.
 */
export async function stepEdit(ports: EnginePorts, job: EditJobRow): Promise<JobRow | null> {
  switch (job.state) {
    case 'locating':
      return readAndEdit(ports, job);
    case 'created':
      return confirmEdit(ports, job);
    default:
      return advance<EditJobRow>(ports, job, {
        state: 'locating',
        attempts: withoutAnswer(job.attempts),
      });
  }
}

async function readAndEdit(ports: EnginePorts, job: EditJobRow): Promise<JobRow | null> {
  const own = await jobClient(ports, job);
  if (!own.ok) return postpone(ports, job, own.error);
  const read = await own.value.client.getEditedCharge(job.targetId);
  if (!read.ok) return postpone(ports, job, asaasFailureView(read.error));
  const row = await keep(ports, read.value);
  if (!isOurs(own.value, job, row)) return blockWith(ports, job, { code: 'charge-reassigned' });
  if (isCarriedOut(job.edit, read.value)) return editDone(ports, job);
  return planAndAsk(ports, job, own.value, read.value);
}

async function planAndAsk(
  ports: EnginePorts,
  job: EditJobRow,
  { settings, client }: JobClient,
  edited: EditedCharge,
): Promise<JobRow | null> {
  const changed = { code: 'changed-since-confirmation' } as const;
  const panel = settings.panels.find(({ origin }) => origin === job.origin);
  if (panel?.providerKey !== job.providerKey)
    return endUnlessLate(ports, job, () => blockWith(ports, job, changed));
  const { invoiceId, source } = job;
  const how = { invoiceId, choices: {}, ...(source === undefined ? {} : { source }) };
  const gathered = await gatherAgain(ports, panel, how);
  if (!gathered.ok) return readingFailed(ports, job, gathered.error);
  if (gathered.value.account?.id !== job.accountId)
    return endUnlessLate(ports, job, () => blockWith(ports, job, changed));
  const facts = withCharge(gathered.value.facts, edited.charge);
  const plan = planEdit(facts, edited, job.asked);
  if (plan.kind === 'refused' && plan.reasons.length > 0) {
    return endUnlessLate(ports, job, () => block(ports, job, plan.reasons));
  }
  // Asaas refused it, and nothing that was read since says why: its own words do.
  const last = job.attempts.at(-1);
  if (last?.outcome === 'refused' && job.failure) return blockWith(ports, job, job.failure);
  if (plan.kind === 'refused' && plan.refusals.some(({ code }) => code === 'paid')) {
    return block(ports, job, [{ code: 'already-paid', params: { charge: job.targetId } }]);
  }
  const isSame =
    plan.kind === 'edit' && editConfirmation(plan.edit, edited, facts) === job.confirmation;
  if (!isSame) return endUnlessLate(ports, job, () => blockWith(ports, job, changed));
  return requestEdit(ports, job, client, edited);
}

/** Asaas's own word after the change, not the answer to it, ends the job. */
async function confirmEdit(ports: EnginePorts, job: EditJobRow): Promise<JobRow | null> {
  const own = await jobClient(ports, job);
  if (!own.ok) return postpone(ports, job, own.error);
  const read = await own.value.client.getEditedCharge(job.targetId);
  if (!read.ok) return postpone(ports, job, asaasFailureView(read.error));
  const row = await keep(ports, read.value);
  if (!isOurs(own.value, job, row)) return blockWith(ports, job, { code: 'charge-moved' });
  if (isCarriedOut(job.edit, read.value)) return editDone(ports, job);
  // It took the change and shows another charge: an old answer, or somebody changed it again.
  const since = ports.clock.now() - (job.attempts.at(-1)?.at ?? 0);
  return since < 2 * MIN_GAP
    ? release<EditJobRow>(ports, job, { nextAt: ports.now() + MIN_GAP })
    : blockWith(ports, job, { code: 'check-in-asaas' });
}

async function keep(ports: EnginePorts, { charge }: EditedCharge): Promise<ChargeRow | null> {
  const row = chargeRow(charge, ports.now());
  if (row) await putCharge(ports.ledger, row, ports.now());
  return row;
}

function isOurs({ settings }: JobClient, job: EditJobRow, row: ChargeRow | null): boolean {
  return (
    row !== null &&
    row.invoiceId === job.invoiceId &&
    jobKeys(settings, job).includes(row.providerKey)
  );
}

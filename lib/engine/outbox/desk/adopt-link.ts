import { chargeExclusion, type SourcedCharge } from '../../../billing/adoption/exclusion.ts';
import { chargeReference } from '../../../billing/reference.ts';
import { planSend } from '../../../billing/send-plan.ts';
import type { SendChoices, SendFacts } from '../../../billing/send-plan.types.ts';
import { isGone } from '../../../billing/standing.ts';
import type { AdoptJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { EnginePorts } from '../../ports.ts';
import { gatherAgain } from '../../send/gather-again.ts';
import type { JobClient } from '../job-client.ts';
import { readingFailed } from '../reading-failed.ts';
import { block, blockWith } from '../stopping.ts';
import { requestReference } from './adopt-request.ts';

const CHANGED = { code: 'changed-since-confirmation' } as const;

/**
 * Links a charge, just read, to the invoice that the list showed, provided that both are still what was
 * shown, that sending the invoice would be allowed, and that the charge stands alone on its side as well.
 */
export async function linkCharge(
  ports: EnginePorts,
  job: AdoptJobRow,
  { settings, client }: JobClient,
  sourced: SourcedCharge,
): Promise<JobRow | null> {
  const { charge } = sourced;
  const panel = settings.panels.find(({ origin }) => origin === job.origin);
  const isListed =
    charge.value === job.value && charge.dueDate === job.dueDate && charge.payerId === job.payerId;
  if (panel?.providerKey !== job.providerKey || !isListed || chargeExclusion(sourced) !== null) {
    return blockWith(ports, job, CHANGED);
  }
  const { invoiceId } = job;
  const gathered = await gatherAgain(ports, panel, { invoiceId, choices: choicesOf(job) });
  if (!gathered.ok) return readingFailed(ports, job, gathered.error);
  const { facts, account } = gathered.value;
  if (account?.id !== job.accountId || facts.source === 'hand') {
    return blockWith(ports, job, CHANGED);
  }
  // Nothing is waived by linking: it takes no right to.
  const plan = planSend({ ...facts, rules: { ...facts.rules, mayOverride: true } });
  if (plan.kind === 'blocked') return block(ports, job, plan.reasons);
  if (plan.kind === 'reuse' || plan.kind === 'update') {
    return blockWith(ports, job, { code: 'adoption-charged' });
  }
  if (hasTwin(job, facts)) return blockWith(ports, job, { code: 'adoption-ambiguous' });
  const isSame = facts.invoice.open === job.value && facts.invoice.dueDate === job.dueDate;
  if (plan.kind !== 'adopt' || plan.charge.id !== job.targetId || !isSame) {
    return blockWith(ports, job, CHANGED);
  }
  const reference = chargeReference(job.providerKey, invoiceId);
  return requestReference(ports, job, client, { charge, reference });
}

/**
 * The charge's own payer, who has the customer's CPF or CNPJ. What accrued on an overdue invoice is no
 * question here: linking leaves the value as it is.
 */
function choicesOf({ targetId, payerId }: AdoptJobRow): SendChoices {
  return { adoptChargeId: targetId, payerId, accrued: 'waive', waiveReason: 'adopt' };
}

/** Another charge of the same person, value and day, whatever its reference and even if it was paid. */
function hasTwin({ targetId, value, dueDate }: AdoptJobRow, { unreferenced }: SendFacts): boolean {
  return unreferenced.some(
    (one) => one.id !== targetId && one.value === value && one.dueDate === dueDate && !isGone(one),
  );
}

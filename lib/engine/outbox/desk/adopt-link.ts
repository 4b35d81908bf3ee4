import { chargeExclusion, type SourcedCharge } from '../../../billing/adoption/exclusion.ts';
import type { Customer, Invoice } from '../../../billing/invoice.ts';
import { sameName } from '../../../billing/person-name.ts';
import { chargeReference } from '../../../billing/reference.ts';
import { fail, ok, type Result } from '../../../billing/result.ts';
import { planSend } from '../../../billing/send-plan.ts';
import type { SendChoices, SendFacts } from '../../../billing/send-plan.types.ts';
import { isGone, standingCharges } from '../../../billing/standing.ts';
import { MOST_INVOICES } from '../../../ixc/webservice/search.ts';
import type { AdoptJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { Settings } from '../../../settings/settings.ts';
import type { EnginePorts } from '../../ports.ts';
import { gatherAgain } from '../../send/gather-again.ts';
import { locateCharges } from '../../send/locate.ts';
import { ixcFailureView } from '../../setup/failures.ts';
import type { JobClient } from '../job-client.ts';
import { jobKeys } from '../job-keys.ts';
import { postpone } from '../outcome.ts';
import { readingFailed } from '../reading-failed.ts';
import { block, blockWith } from '../stopping.ts';
import { requestReference } from './adopt-request.ts';

/** Of one document, as many as IXC is asked about at once. */
const MOST_CUSTOMERS = 20;

const CHANGED = { code: 'changed-since-confirmation' } as const;

/**
 * Links a charge, just read, to the invoice that the list showed, provided that both are still what was
 * shown, that sending the invoice would be allowed, that payer and customer have one name, and that each
 * stands alone on its side.
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
  const payers = [...facts.payersByReference, ...facts.payersByDocument];
  const payer = payers.find(({ id }) => id === job.payerId);
  // The list showed no name, so no person chose this payer: one CPF and two names is for one to tell.
  if (!payer || !sameName(payer.name, facts.customer.name)) {
    return block(ports, job, [{ code: 'payer-name-differs', params: { payers: job.payerId } }]);
  }
  const alike = await hasInvoiceTwin(ports, job, settings, facts.customer);
  if (!alike.ok) return postpone(ports, job, alike.error);
  if (alike.value) return blockWith(ports, job, { code: 'adoption-ambiguous' });
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

/** Whether the invoice's whole day was read: only the oldest are, of somebody who owes more than that many. */
function isWhole(open: readonly Invoice[], { invoiceId, dueDate }: AdoptJobRow): boolean {
  const goesOn = (open.at(-1)?.dueDate ?? '') > dueDate;
  return open.some(({ id }) => id === invoiceId) && (goesOn || open.length < MOST_INVOICES);
}

/**
 * Another open invoice of this person, of the same value and day, that no charge is of: the charge may as
 * well be that one's. The list may have been read before it was made; and one person may be two customers.
 */
async function hasInvoiceTwin(
  ports: EnginePorts,
  job: AdoptJobRow,
  settings: Settings,
  { id: customerId, document }: Customer,
): Promise<Result<boolean, FailureView>> {
  const reader = await ports.ixc(job.origin);
  if (!reader.ok) return reader;
  if (reader.value.source === 'hand') return fail({ code: 'ixc-by-hand' });
  const { client } = reader.value;
  const same = await client.findCustomers({ document });
  if (!same.ok) return fail(ixcFailureView(same.error));
  const customers = new Set([customerId, ...same.value.map(({ id }) => id)]);
  if (customers.size > MOST_CUSTOMERS) return ok(true);
  const open = await client.openInvoicesOf([...customers]);
  if (!open.ok) return fail(ixcFailureView(open.error));
  if (!isWhole(open.value, job)) return ok(true);
  const twins = open.value.filter(
    (one) => one.id !== job.invoiceId && one.open === job.value && one.dueDate === job.dueDate,
  );
  const accounts = settings.accounts.filter(({ environment }) => environment === job.environment);
  for (const { id } of twins) {
    const located = await locateCharges(ports, accounts, jobKeys(settings, job), id);
    if (!located.ok) return located;
    if (standingCharges(located.value).length === 0) return ok(true);
  }
  return ok(false);
}

import { planSend } from '../../billing/send-plan.ts';
import type { SendFacts, SendPlan } from '../../billing/send-plan.types.ts';
import { type Confirmed, enqueueCreate } from '../outbox/enqueue.ts';
import { fillBlanks } from '../outbox/payer/fill-blanks.ts';
import type { EnginePorts } from '../ports.ts';
import { confirmationOf } from '../send/confirmation.ts';
import { gatherFacts } from '../send/gather.ts';
import { standingOf } from '../send/standing.ts';
import { ownKeys } from '../../billing/own-keys.ts';

/**
 * Sends an invoice by one click on its row, where the operator switched that on and nothing needs a
 * person's eye. True: the job is on disk, whoever calls runs it. False: nothing was written, and the
 * drawer is the way.
 */
export async function sendAtOnce(
  ports: EnginePorts,
  origin: string,
  invoiceId: string,
): Promise<boolean> {
  const { sending, panels } = await ports.readSettings();
  const panel = panels.find((known) => known.origin === origin);
  if (!sending.oneClick || !panel) return false;
  const gathered = await gatherFacts(ports, panel, invoiceId, {});
  if (!gathered.ok) return false;
  const { facts, account } = gathered.value;
  const { providerKey } = facts;
  if (!account || providerKey === null) return false;
  const plan = planSend(facts);
  if (!needsNobody(facts, plan)) return false;
  const keys = ownKeys(providerKey, panel.aliases);
  const { job } = await standingOf(ports, keys, invoiceId, account.environment);
  if (job?.activeKey !== undefined) return false;
  const order: Confirmed = {
    account,
    origin,
    providerKey,
    invoiceId,
    confirmation: confirmationOf(plan, facts.invoice, facts.customer),
    choices: {},
    source: facts.source,
    atOnce: true,
  };
  const creation = await enqueueCreate(ports, order);
  await fillBlanks(ports, order, creation, facts, plan);
  return true;
}

/** A plan without a question: a new charge of a known payer, read from the webservice, nothing to warn of. */
function needsNobody({ source }: SendFacts, plan: SendPlan): boolean {
  if (source !== 'direct' && source !== 'document') return false;
  return (
    plan.kind === 'new' &&
    plan.payer.kind === 'known' &&
    plan.replaces.length === 0 &&
    plan.warnings.length === 0 &&
    plan.accrued === null &&
    !plan.draft.containsAccrued
  );
}

import { payerChange, payerDifferences, seenMark } from '../../../billing/payer/differences.ts';
import type { SendFacts, SendPlan } from '../../../billing/send-plan.types.ts';
import { enqueuePayer } from '../../outbox/payer/payer-queue.ts';
import type { EnginePorts } from '../../ports.ts';
import type { Confirmed } from '../../outbox/enqueue.ts';

/**
 * Beside a sending to a payer that Asaas knows: what is blank there is filled with what IXC has, and what was
 * typed for this sending is given to it, by a job of its own. The sending waits for nothing of it, and
 * whatever goes wrong here is no concern of the charge.
 */
export async function fillBlanks(
  ports: EnginePorts,
  { account, origin, providerKey, invoiceId }: Confirmed,
  facts: SendFacts,
  plan: SendPlan,
): Promise<void> {
  if (plan.kind !== 'new' || plan.payer.kind !== 'known' || facts.source === 'hand') return;
  const { payer } = plan.payer;
  // Typed for this sending, and no longer the payer's document than that.
  const typed = (facts.overridden ?? []).filter((field) => field !== 'document');
  const differences = payerDifferences(facts.customer, payer);
  if (Object.keys(payerChange(differences, typed)).length === 0) return;
  const { id: accountId, environment } = account;
  try {
    await enqueuePayer(ports, {
      ...{ accountId, environment, origin, providerKey, invoiceId },
      payerId: payer.id,
      customerId: facts.customer.id,
      fields: typed,
      seen: seenMark(differences, typed),
      override: typed.length === 0 ? null : (facts.choices.payerOverride?.id ?? null),
    });
  } catch {
    // The differences are on screen still, and the next sending fills them.
  }
}

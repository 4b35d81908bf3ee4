import { ownKeys } from '../../../billing/own-keys.ts';
import {
  isOtherPerson,
  payerChange,
  payerDifferences,
} from '../../../billing/payer/differences.ts';
import { seenMarks } from '../../../billing/payer/seen-marks.ts';
import { isUnclaimed } from '../../../billing/payer/whose-record.ts';
import type { SendFacts, SendPlan } from '../../../billing/send-plan.types.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { EnginePorts } from '../../ports.ts';
import type { Confirmed } from '../enqueue.ts';
import { enqueuePayer } from './payer-queue.ts';

/**
 * Beside a sending to a payer that Asaas knows: what is blank there is filled with what IXC has, and what was
 * typed for this sending is given to it, by a job of its own that waits until `creation` has its charge. The
 * sending waits for nothing of it, and whatever goes wrong here is no concern of the charge. Nobody is asked,
 * so a record that may be somebody else's is left as it is, also where a person chose to charge it.
 */
export async function fillBlanks(
  ports: EnginePorts,
  { account, origin, providerKey, invoiceId }: Confirmed,
  creation: JobRow,
  facts: SendFacts,
  plan: SendPlan,
): Promise<void> {
  if (plan.kind !== 'new' || plan.payer.kind !== 'known' || facts.source === 'hand') return;
  const { customer, choices } = facts;
  const { payer } = plan.payer;
  const keys = ownKeys(facts.providerKey, facts.aliases);
  if (!isUnclaimed(payer, customer.id, keys) || isOtherPerson(customer, payer)) return;
  if (creation.kind !== 'create') return;
  // Another confirmation was there first: what was typed for this one goes nowhere.
  if (creation.choices.payerOverride?.id !== choices.payerOverride?.id) return;
  // Typed for this sending, and no longer the payer's document than that.
  const typed = (facts.overridden ?? []).filter((field) => field !== 'document');
  const differences = payerDifferences(customer, payer);
  if (Object.keys(payerChange(differences, typed)).length === 0) return;
  const { id: accountId, environment } = account;
  try {
    const key = await ports.markKey();
    if (!key.ok) return;
    await enqueuePayer(ports, {
      ...{ accountId, environment, origin, providerKey, invoiceId },
      payerId: payer.id,
      customerId: customer.id,
      fields: typed,
      seen: seenMarks(differences, typed, key.value),
      // Also where only a CPF was typed: the payer was found by that one, and not by IXC's.
      override: choices.payerOverride?.id ?? null,
      beside: creation.id,
    });
  } catch {
    // The differences are on screen still, and the next sending fills them.
  }
}

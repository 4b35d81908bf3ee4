import type { Charge } from '../charge.ts';
import { parseReference } from '../reference.ts';
import type { BlockReason, SendFacts } from '../send-plan.types.ts';
import { livenessOf } from '../status.ts';

/** Whose charge it is, so that it can be opened: `invoice` is missing when the reference does not say. */
function paramsOf(charge: Charge): Record<string, string> {
  const reference = charge.reference === null ? null : parseReference(charge.reference);
  const invoice = reference?.kind === 'charge' ? { invoice: reference.invoiceId } : {};
  return { charge: charge.id, ...invoice };
}

function reasonOf(charge: Charge): readonly BlockReason[] {
  switch (livenessOf(charge)) {
    case 'deleted':
    case 'refunded':
      return [];
    case 'paid':
      return [{ code: 'predecessor-paid', params: paramsOf(charge) }];
    case 'live':
    case 'settling':
    case 'contested':
    case 'unknown':
      return [{ code: 'predecessor-live', params: paramsOf(charge) }];
  }
}

/**
 * A charge of an invoice that was renegotiated into this one asks for the same money, or has brought part
 * of it in, which IXC must know before the rest is charged. Where those invoices
 * cannot be read, nobody knows whether there is one.
 */
export function predecessorReasons(facts: SendFacts): readonly BlockReason[] {
  const isUnread = !facts.predecessorsRead && facts.invoice.bornFromRenegotiation !== null;
  const unread: readonly BlockReason[] = isUnread ? [{ code: 'predecessors-unread' }] : [];
  return [...unread, ...facts.predecessors.flatMap(reasonOf)];
}

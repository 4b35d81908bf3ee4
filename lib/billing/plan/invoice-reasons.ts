import { formatBrl } from '../money.ts';
import { isProviderKey } from '../reference.ts';
import type { BlockReason, SendFacts } from '../send-plan.types.ts';
import type { Invoice } from '../invoice.ts';
import { elsewhereReasons } from './elsewhere.ts';

/** Whether anything of the invoice is there to be charged, whatever else stands in the way. */
export function isChargeable(invoice: Invoice): boolean {
  const isOpen = invoice.status === 'open' || invoice.status === 'partial';
  return isOpen && !invoice.renegotiated && invoice.open > 0;
}

/** What forbids sending whatever else is true: it is over, or nobody knows what it is. */
export function statusReasons(invoice: Invoice): readonly BlockReason[] {
  if (invoice.renegotiated) return [{ code: 'invoice-renegotiated' }];
  switch (invoice.status) {
    case 'received':
      return [{ code: 'invoice-received' }];
    case 'cancelled':
      return [{ code: 'invoice-cancelled' }];
    case 'unknown':
      return [{ code: 'invoice-status-unknown' }];
    case 'open':
    case 'partial':
      return invoice.open > 0 ? [] : [{ code: 'nothing-open' }];
  }
}

function flagReasons(invoice: Invoice): BlockReason[] {
  const reasons: BlockReason[] = [];
  if (!invoice.released) reasons.push({ code: 'not-released' });
  if (invoice.dueDate === null) reasons.push({ code: 'no-due-date' });
  if (invoice.directDebit) reasons.push({ code: 'direct-debit' });
  if (invoice.recurringCard) reasons.push({ code: 'recurring-card' });
  if (invoice.inCollection) reasons.push({ code: 'in-collection' });
  if (invoice.protested) reasons.push({ code: 'protested' });
  if (invoice.contested) reasons.push({ code: 'contested' });
  return reasons;
}

/** Typed by hand, the carteira may be unknown: then there is nothing to hold against the list. */
function isUnmarked({ invoice, source, rules }: SendFacts): boolean {
  if (rules.carteiras === null || (source === 'hand' && invoice.carteiraId === '')) return false;
  return !rules.carteiras.includes(invoice.carteiraId);
}

/** A receipt that was read lowers what is open, and typing does not take it back. */
function typedReasons({ invoice, readBefore }: SendFacts): readonly BlockReason[] {
  if (readBefore === null || invoice.open <= readBefore.open) return [];
  const params = { typed: formatBrl(invoice.open), open: formatBrl(readBefore.open) };
  return [{ code: 'typed-more-than-open', params }];
}

function setupReasons(facts: SendFacts): BlockReason[] {
  const { invoice, carteira, account, providerKey } = facts;
  const reasons: BlockReason[] = [];
  if (providerKey === null || !isProviderKey(providerKey)) {
    reasons.push({ code: 'provider-not-confirmed' });
  }
  if (account === null) reasons.push({ code: 'no-account' });
  if (facts.typedOtherCustomer) reasons.push({ code: 'typed-other-customer' });
  reasons.push(...typedReasons(facts));
  if (isUnmarked(facts)) {
    const name = carteira?.description ?? invoice.carteiraId;
    reasons.push({ code: 'carteira-not-marked', params: { carteira: name } });
  }
  return reasons;
}

/** What forbids sending whatever Asaas holds: the invoice itself, its carteira, and the setup. */
export function invoiceReasons(facts: SendFacts): readonly BlockReason[] {
  return [
    ...statusReasons(facts.invoice),
    ...flagReasons(facts.invoice),
    ...elsewhereReasons(facts),
    ...setupReasons(facts),
  ];
}

import { isProviderKey } from '../reference.ts';
import type { BlockReason, SendFacts } from '../send-plan.types.ts';
import type { Invoice } from '../invoice.ts';

/** Whether anything of the invoice is there to be charged, whatever else stands in the way. */
export function isChargeable(invoice: Invoice): boolean {
  const isOpen = invoice.status === 'open' || invoice.status === 'partial';
  return isOpen && !invoice.renegotiated && invoice.open > 0;
}

function statusReasons(invoice: Invoice): BlockReason[] {
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

/** Another gateway or bank that already has the invoice, or will get it through its carteira. */
function elsewhereReasons({ invoice, carteira }: SendFacts): BlockReason[] {
  const fields: string[] = [...invoice.registeredElsewhere];
  const gateway = carteira?.gatewayName ?? null;
  if (gateway !== null) fields.push(`gateway_nome (${gateway})`);
  if (carteira?.pixByGateway === true) fields.push('gera_pix_gateway');
  if (fields.length === 0) return [];
  return [{ code: 'registered-elsewhere', params: { fields: fields.join(', ') } }];
}

function setupReasons({ invoice, carteira, account, providerKey, rules }: SendFacts) {
  const reasons: BlockReason[] = [];
  if (providerKey === null || !isProviderKey(providerKey)) {
    reasons.push({ code: 'provider-not-confirmed' });
  }
  if (account === null) reasons.push({ code: 'no-account' });
  if (rules.carteiras !== null && !rules.carteiras.includes(invoice.carteiraId)) {
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

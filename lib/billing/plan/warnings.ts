import { type CivilDate, formatDayMonthYear } from '../calendar.ts';
import type { Payer } from '../charge.ts';
import { maskDocument, normaliseDocument } from '../document.ts';
import { type Cents, formatBrl } from '../money.ts';
import { IXC_FIELDS, ixcTells } from '../notices/told-twice.ts';
import { elsewhereWarnings } from './elsewhere.ts';
import type { PayerPlan, SendFacts, Warning } from '../send-plan.types.ts';

/** Where the facts come from, when that is less than the webservice. */
function sourceWarnings({ source, invoice, readBefore }: SendFacts): readonly Warning[] {
  switch (source) {
    case 'direct':
    case 'document':
      return [];
    case 'session':
      return [{ code: 'read-by-session' }];
    case 'hand':
      return [
        { code: 'typed-by-hand' },
        ...lessThanOpen(invoice.open, readBefore?.open ?? invoice.open),
        ...otherDueDate(invoice.dueDate, readBefore?.dueDate),
      ];
  }
}

function lessThanOpen(typed: Cents, read: Cents): readonly Warning[] {
  if (typed >= read) return [];
  return [
    { code: 'typed-less-than-open', params: { typed: formatBrl(typed), open: formatBrl(read) } },
  ];
}

function otherDueDate(
  typed: CivilDate | null,
  read: CivilDate | null | undefined,
): readonly Warning[] {
  if (typed === null || read === null || read === undefined || typed === read) return [];
  const params = { typed: formatDayMonthYear(typed), read: formatDayMonthYear(read) };
  return [{ code: 'typed-other-due-date', params }];
}

/** An unread carteira may hold another gateway. Typed by hand nothing was read at all, which is told already. */
function carteiraWarnings({ source, carteiraRead }: SendFacts): readonly Warning[] {
  return carteiraRead || source === 'hand' ? [] : [{ code: 'carteira-unread' }];
}

/** The money goes to another company than the one that IXC says is owed. Told only when both are known. */
function accountWarnings({ account, filialDocument }: SendFacts): readonly Warning[] {
  const receives = normaliseDocument(account?.document ?? '');
  const owed = normaliseDocument(filialDocument ?? '');
  if (receives === '' || owed === '' || receives === owed) return [];
  const params = { account: maskDocument(receives), filial: maskDocument(owed) };
  return [{ code: 'account-document-differs', params }];
}

/** What the operator should know whatever the plan is. */
export function standingWarnings(facts: SendFacts): readonly Warning[] {
  const { invoice, customer, overridden = [] } = facts;
  const warnings: Warning[] = [
    ...sourceWarnings(facts),
    ...carteiraWarnings(facts),
    ...accountWarnings(facts),
    ...elsewhereWarnings(facts),
  ];
  if (invoice.hasBoletoNumber) warnings.push({ code: 'boleto-number-present' });
  if (!customer.active) warnings.push({ code: 'customer-inactive' });
  if (overridden.length > 0) {
    warnings.push({ code: 'payer-data-overridden', params: { fields: overridden.join(', ') } });
  }
  return warnings;
}

/** Somebody else's CPF or CNPJ is charged, or the customer's own was changed on one side. */
export function strangerWarnings(
  customer: SendFacts['customer'],
  payer: Payer | undefined,
): readonly Warning[] {
  if (!payer) return [];
  const document = normaliseDocument(payer.document);
  if (document === normaliseDocument(customer.document)) return [];
  const masked = document === '' ? '' : maskDocument(document);
  return [{ code: 'payer-document-differs', params: { payer: payer.id, document: masked } }];
}

/** What charging this payer means. Asaas can only tell one that it has an address for. */
export function payerWarnings(facts: SendFacts, payer: PayerPlan): readonly Warning[] {
  const { customer, rules } = facts;
  const told = toldByAsaas(facts, payer);
  if (payer.kind === 'known') return [...strangerWarnings(customer, payer.payer), ...told];
  const isReachable = customer.email !== null || customer.mobilePhone !== null;
  return rules.notifier === 'asaas' && !isReachable
    ? [{ code: 'payer-will-be-created' }, { code: 'no-contact' }]
    : [{ code: 'payer-will-be-created' }, ...told];
}

/** Asaas will tell the payer, and something in IXC tells the customer as well, or Asaas is not to tell anybody. */
function toldByAsaas(facts: SendFacts, payer: PayerPlan): readonly Warning[] {
  const { customer, carteira, rules } = facts;
  const silenced = payer.kind === 'known' ? payer.payer.silenced : payer.notificationDisabled;
  if (silenced !== false) return [];
  const fields = ixcTells(customer, carteira).map((which) => IXC_FIELDS[which]);
  if (fields.length > 0) return [{ code: 'told-twice', params: { fields: fields.join(', ') } }];
  return rules.notifier === 'asaas' ? [] : [{ code: 'asaas-tells' }];
}

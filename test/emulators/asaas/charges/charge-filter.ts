import type { Account } from '../account/account.ts';
import { ApiFailure } from '../failures.ts';
import type { World } from '../world.ts';
import { BILLING_TYPES, STATUSES, type ChargeRecord } from './charge-record.ts';

type Read = (charge: ChargeRecord, account: Account) => string | null;

const EXACT: Readonly<Record<string, Read>> = {
  customer: (charge) => charge.customer,
  customerGroupName: (charge, account) => account.customers.get(charge.customer)?.groupName ?? null,
  billingType: (charge) => charge.billingType,
  status: (charge) => charge.status,
  subscription: () => null,
  installment: (charge) => charge.installment,
  externalReference: (charge) => charge.externalReference,
  paymentDate: (charge) => charge.paymentDate,
  invoiceStatus: () => null,
  estimatedCreditDate: (charge) => charge.creditDate,
  pixQrCodeId: (charge) => charge.pixQrCodeId,
  anticipated: () => 'false',
  anticipable: () => 'false',
  user: (_, account) => account.email,
  checkoutSession: () => null,
};

const RANGES: Readonly<Record<string, Read>> = {
  dateCreated: (charge) => charge.dateCreated,
  paymentDate: (charge) => charge.paymentDate,
  estimatedCreditDate: (charge) => charge.creditDate,
  dueDate: (charge) => charge.dueDate,
};

const ENUMS: Readonly<Record<string, readonly string[]>> = {
  billingType: BILLING_TYPES,
  status: STATUSES,
};

/**
 * The account's charges that a list shows, newest first: not deleted, past their list lag, and
 * passing every filter of the query. Unknown and empty parameters filter nothing.
 */
export function listedCharges(
  world: World,
  account: Account,
  query: URLSearchParams,
): ChargeRecord[] {
  const tests = [...query].flatMap(([name, wanted]) => testOf(account, name, wanted));
  const now = world.clock.now();
  return [...account.charges.values()]
    .filter((charge) => !charge.deleted && charge.listedFrom <= now)
    .filter((charge) => tests.every((test) => test(charge)))
    .sort((a, b) => b.createdAt - a.createdAt || b.sequence - a.sequence);
}

function testOf(
  account: Account,
  name: string,
  wanted: string,
): ((charge: ChargeRecord) => boolean)[] {
  if (wanted === '') return [];
  if (ENUMS[name]?.includes(wanted) === false)
    throw new ApiFailure(`invalid_${name}`, `O valor informado para ${name} é inválido.`);
  const exact = EXACT[name];
  if (exact !== undefined) return [(charge) => exact(charge, account) === wanted];
  const [, field = '', bound] = /^(\w+)\[(ge|le)\]$/.exec(name) ?? [];
  const range = RANGES[field];
  if (range === undefined) return [];
  return [
    (charge) => {
      const value = range(charge, account);
      if (value === null) return false;
      return bound === 'ge' ? value >= wanted : value <= wanted;
    },
  ];
}

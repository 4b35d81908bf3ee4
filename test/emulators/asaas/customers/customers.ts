import { civilDate } from '../../http/sao-paulo.ts';
import type { Account } from '../account/account.ts';
import { documentOf } from '../documents.ts';
import type { Body } from '../request-body.ts';
import type { World } from '../world.ts';
import { readCustomer } from './customer-body.ts';
import type { CustomerRecord } from './customer-record.ts';
import { defaultNotifications } from './notification-record.ts';

/** POST /customers: nothing is unique, so the same body twice makes two customers. */
export function createCustomer(world: World, account: Account, body: Body): CustomerRecord {
  const fields = readCustomer(body);
  const customer: CustomerRecord = {
    ...fields,
    id: world.ids.numbered('cus'),
    accountId: account.id,
    sequence: world.ids.next(),
    dateCreated: civilDate(world.clock.now()),
    deleted: false,
    listedFrom: 0,
  };
  account.customers.set(customer.id, customer);
  for (const notification of defaultNotifications(world.ids, customer.id))
    account.notifications.set(notification.id, notification);
  return customer;
}

/** The account's customers that a list shows, newest first. Names match in part, the rest exactly. */
export function listedCustomers(
  world: World,
  account: Account,
  query: URLSearchParams,
): CustomerRecord[] {
  const now = world.clock.now();
  const wanted = (name: string) => query.get(name) ?? '';
  const is = (name: string, value: string | null) => wanted(name) === '' || wanted(name) === value;
  const name = wanted('name').toLowerCase();
  const document = documentOf(wanted('cpfCnpj'));
  return [...account.customers.values()]
    .filter((customer) => !customer.deleted && customer.listedFrom <= now)
    .filter((customer) => customer.name.toLowerCase().includes(name))
    .filter((customer) => document === '' || customer.cpfCnpj === document)
    .filter((customer) => is('email', customer.email))
    .filter((customer) => is('groupName', customer.groupName))
    .filter((customer) => is('externalReference', customer.externalReference))
    .sort((a, b) => b.sequence - a.sequence);
}

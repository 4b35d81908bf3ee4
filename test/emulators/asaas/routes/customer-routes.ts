import { Hono } from 'hono';
import type { Account } from '../account/account.ts';
import { readCustomer } from '../customers/customer-body.ts';
import { customerView, type CustomerRecord } from '../customers/customer-record.ts';
import { createCustomer, listedCustomers } from '../customers/customers.ts';
import { ApiFailure, json, NotFound } from '../failures.ts';
import { page } from '../page.ts';
import type { Api } from './api.ts';

export const customerRoutes = new Hono<Api>()
  .get('/', ({ env }) =>
    json(page(listedCustomers(env.world, env.account, env.query), env.query, customerView)),
  )
  .post('/', ({ env }) => json(customerView(createCustomer(env.world, env.account, env.body))))
  .get('/:id', ({ env, req }) => json(customerView(customerOf(env.account, req.param('id')))))
  .put('/:id', ({ env, req }) => {
    const customer = customerOf(env.account, req.param('id'));
    if (customer.deleted)
      throw new ApiFailure('invalid_action', 'Não é possível alterar um cliente removido.');
    Object.assign(customer, readCustomer(env.body, customer));
    return json(customerView(customer));
  })
  .delete('/:id', ({ env, req }) => {
    const customer = customerOf(env.account, req.param('id'));
    if (customer.deleted) throw new NotFound();
    customer.deleted = true;
    return json({ deleted: true, id: customer.id });
  })
  .post('/:id/restore', ({ env, req }) => {
    const customer = customerOf(env.account, req.param('id'));
    customer.deleted = false;
    return json(customerView(customer));
  })
  .get('/:id/notifications', ({ env, req }) => {
    const customer = customerOf(env.account, req.param('id'));
    const all = [...env.account.notifications.values()];
    return json(
      page(
        all.filter((notification) => notification.customer === customer.id),
        env.query,
      ),
    );
  });

function customerOf(account: Account, id: string): CustomerRecord {
  const customer = account.customers.get(id);
  if (customer === undefined) throw new NotFound();
  return customer;
}

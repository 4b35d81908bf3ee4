import { Hono } from 'hono';
import { listedCharges } from '../charges/charge-filter.ts';
import { netValue } from '../charges/fee.ts';
import { json } from '../failures.ts';
import { page } from '../page.ts';
import { toReais } from '../reais.ts';
import type { Api } from './api.ts';

export const financeRoutes = new Hono<Api>()
  .get('/finance/balance', ({ env }) => json({ balance: toReais(env.account.balance) }))
  .get('/finance/payment/statistics', ({ env }) => {
    const charges = listedCharges(env.world, env.account, env.query);
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    return json({
      quantity: charges.length,
      value: toReais(sum(charges.map((charge) => charge.value))),
      netValue: toReais(sum(charges.map((charge) => netValue(env.account, charge)))),
    });
  })
  .get('/financialTransactions', ({ env }) => {
    const from = env.query.get('startDate') ?? '';
    const to = env.query.get('finishDate') ?? '';
    const entries = env.account.statement.filter(
      ({ date }) => date >= from && (to === '' || date <= to),
    );
    if (env.query.get('order') !== 'asc') entries.reverse();
    return json(page(entries, env.query));
  });

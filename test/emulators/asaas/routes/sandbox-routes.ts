import { Hono } from 'hono';
import { chargeView } from '../charges/charge-view.ts';
import { pay } from '../charges/pay.ts';
import { ApiFailure, json, NotFound } from '../failures.ts';
import { chargeOf, type Api } from './api.ts';
import { accountStatus } from './my-account-routes.ts';

/** What only the sandbox offers: playing the payer and the calendar. */
export const sandboxRoutes = new Hono<Api>()
  .use(async ({ env }, next) => {
    if (env.account.environment !== 'sandbox') throw new NotFound();
    await next();
  })
  .post('/payment/:id/confirm', ({ env, req }) => {
    const charge = chargeOf(env.account, req.param('id'));
    if (charge.deleted)
      throw new ApiFailure('invalid_action', 'Não é possível confirmar uma cobrança removida.');
    pay(env.world, env.account, charge);
    return json(chargeView(env.account, charge));
  })
  .post('/payment/:id/overdue', ({ env, req }) => {
    const charge = chargeOf(env.account, req.param('id'));
    if (charge.status !== 'PENDING' || charge.deleted)
      throw new ApiFailure('invalid_action', 'Somente cobranças pendentes podem ser vencidas.');
    charge.status = 'OVERDUE';
    return json(chargeView(env.account, charge));
  })
  .post('/myAccount/approve', ({ env }) => {
    env.account.approval = 'APPROVED';
    return json(accountStatus(env.account));
  });

import { Hono } from 'hono';
import { answerTo, html } from '../failures.ts';
import { chargeCodeRoutes } from './charge-code-routes.ts';
import { chargeMoneyRoutes } from './charge-money-routes.ts';
import { chargeRoutes } from './charge-routes.ts';
import { customerRoutes } from './customer-routes.ts';
import { financeRoutes } from './finance-routes.ts';
import { moneyOutRoutes } from './money-out-routes.ts';
import { myAccountRoutes } from './my-account-routes.ts';
import { notificationRoutes } from './notification-routes.ts';
import type { Api } from './api.ts';
import { sandboxRoutes } from './sandbox-routes.ts';

/** Every endpoint of the emulated API; a path or method that it lacks gets a page of HTML. */
export const asaasApi = new Hono<Api>()
  .route('/v3/customers', customerRoutes)
  .route('/v3/notifications', notificationRoutes)
  .route('/v3/payments', chargeRoutes)
  .route('/v3/payments', chargeCodeRoutes)
  .route('/v3/payments', chargeMoneyRoutes)
  .route('/v3/myAccount', myAccountRoutes)
  .route('/v3', financeRoutes)
  .route('/v3', moneyOutRoutes)
  .route('/v3/sandbox', sandboxRoutes)
  .notFound(() => html(404, 'HTTP Status 404 – Not Found'))
  .onError(answerTo);

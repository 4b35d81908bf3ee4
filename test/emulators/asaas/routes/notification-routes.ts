import { Hono } from 'hono';
import { changeNotification } from '../customers/change-notification.ts';
import { ApiFailure, json } from '../failures.ts';
import { readText, type Body } from '../request-body.ts';
import type { Api } from './api.ts';

export const notificationRoutes = new Hono<Api>()
  .put('/batch', ({ env }) => {
    const { customer, notifications } = env.body;
    if (typeof customer !== 'string' || !env.account.customers.has(customer))
      throw new ApiFailure('invalid_customer', 'Customer inválido ou não informado.');
    const changes: unknown[] = Array.isArray(notifications) ? notifications : [];
    return json({
      notifications: changes.map((change) => {
        const body: Body = typeof change === 'object' ? { ...change } : {};
        return changeNotification(env.account, readText(body['id']) ?? '', body);
      }),
    });
  })
  .put('/:id', ({ env, req }) => json(changeNotification(env.account, req.param('id'), env.body)));

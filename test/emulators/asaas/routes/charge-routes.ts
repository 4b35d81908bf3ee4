import { Hono } from 'hono';
import { deleteCharge, restoreCharge, updateCharge } from '../charges/change.ts';
import { listedCharges } from '../charges/charge-filter.ts';
import { chargeView } from '../charges/charge-view.ts';
import { createCharge } from '../charges/create.ts';
import { json } from '../failures.ts';
import { page } from '../page.ts';
import { today } from '../world.ts';
import { chargeOf, type Api } from './api.ts';

export const chargeRoutes = new Hono<Api>()
  .get('/', ({ env }) => {
    const charges = listedCharges(env.world, env.account, env.query);
    const list = page(charges, env.query, (charge) => chargeView(env.account, charge));
    return json(list);
  })
  .post('/', ({ env }) => {
    const charge = createCharge(env.world, env.account, env.body, env.key.id);
    return json(chargeView(env.account, charge));
  })
  .get('/limits', ({ env }) => {
    const limit = env.account.dailyCreationLimit;
    const used = env.account.createdOn.get(today(env.world)) ?? 0;
    return json({ creation: { daily: { limit, used, wasReached: used >= limit } } });
  })
  .get('/:id', ({ env, req }) => {
    const charge = chargeOf(env.account, req.param('id'));
    return json(chargeView(env.account, charge));
  })
  .put('/:id', ({ env, req }) => {
    const charge = chargeOf(env.account, req.param('id'));
    updateCharge(env.world, charge, env.body);
    return json(chargeView(env.account, charge));
  })
  .delete('/:id', ({ env, req }) => {
    const charge = chargeOf(env.account, req.param('id'));
    deleteCharge(charge);
    return json({ deleted: true, id: charge.id });
  })
  .post('/:id/restore', ({ env, req }) => {
    const charge = chargeOf(env.account, req.param('id'));
    restoreCharge(env.world, charge);
    return json(chargeView(env.account, charge));
  })
  .get('/:id/status', ({ env, req }) =>
    json({ status: chargeOf(env.account, req.param('id')).status }),
  );

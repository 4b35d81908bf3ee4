import { Hono } from 'hono';
import { isCivilDate } from '../../http/sao-paulo.ts';
import { readValue } from '../charges/charge-body.ts';
import { chargeView } from '../charges/charge-view.ts';
import { receiveInCash, undoReceivedInCash } from '../charges/pay.ts';
import { refund, refundView, requestBankSlipRefund } from '../charges/refund.ts';
import { ApiFailure, json } from '../failures.ts';
import { page } from '../page.ts';
import { readText } from '../request-body.ts';
import { today } from '../world.ts';
import { chargeOf, type Api } from './api.ts';

/** Cash receipts and refunds. */
export const chargeMoneyRoutes = new Hono<Api>()
  .post('/:id/receiveInCash', ({ env, req }) => {
    const charge = chargeOf(env.account, req.param('id'));
    const date = readText(env.body['paymentDate']) ?? today(env.world);
    if (!isCivilDate(date) || date > today(env.world))
      throw new ApiFailure('invalid_paymentDate', 'A data de pagamento é inválida.');
    const value = env.body['value'] === undefined ? charge.value : readValue(env.body);
    receiveInCash(charge, { date, value });
    return json(chargeView(env.account, charge));
  })
  .post('/:id/undoReceivedInCash', ({ env, req }) => {
    const charge = chargeOf(env.account, req.param('id'));
    undoReceivedInCash(env.world, charge);
    return json(chargeView(env.account, charge));
  })
  .post('/:id/refund', ({ env, req }) => {
    const charge = chargeOf(env.account, req.param('id'));
    const description = readText(env.body['description']);
    const partly = env.body['value'] === undefined ? {} : { value: readValue(env.body) };
    refund(env.world, env.account, charge, { ...partly, description });
    return json(chargeView(env.account, charge));
  })
  .get('/:id/refunds', ({ env, req }) =>
    json(page(chargeOf(env.account, req.param('id')).refunds, env.query, refundView)),
  )
  .post('/:id/bankSlip/refund', ({ env, req }) => {
    const charge = chargeOf(env.account, req.param('id'));
    return json({ requestUrl: requestBankSlipRefund(env.account, charge) });
  });

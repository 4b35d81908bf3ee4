import { Hono } from 'hono';
import { civilDateTime } from '../../http/sao-paulo.ts';
import { siteOf } from '../account/account.ts';
import { bankSlip } from '../charges/bank-slip.ts';
import { hasBoleto } from '../charges/charge-record.ts';
import { pixCode } from '../charges/pix-code.ts';
import { json } from '../failures.ts';
import { chargeOf, type Api } from './api.ts';

/** What a payer needs to pay a charge, and whether the payer looked at it. */
export const chargeCodeRoutes = new Hono<Api>()
  .get('/:id/pixQrCode', async ({ env, req }) => {
    const charge = chargeOf(env.account, req.param('id'));
    return json({ success: true, ...(await pixCode(env.world, env.account, charge)) });
  })
  .get('/:id/identificationField', ({ env, req }) =>
    json(bankSlip(chargeOf(env.account, req.param('id')))),
  )
  .get('/:id/billingInfo', async ({ env, req }) => {
    const charge = chargeOf(env.account, req.param('id'));
    if (charge.billingType === 'CREDIT_CARD')
      return json({ pix: null, creditCard: null, bankSlip: null });
    return json({
      pix: await pixCode(env.world, env.account, charge),
      creditCard: null,
      bankSlip: hasBoleto(charge)
        ? {
            ...bankSlip(charge),
            bankSlipUrl: `${siteOf(env.account)}/b/pdf/${charge.id.slice(4)}`,
            daysAfterDueDateToRegistrationCancellation:
              charge.daysAfterDueDateToRegistrationCancellation,
          }
        : null,
    });
  })
  .get('/:id/viewingInfo', ({ env, req }) => {
    const charge = chargeOf(env.account, req.param('id'));
    const when = (time: number | null) => (time === null ? null : civilDateTime(time));
    return json({
      invoiceViewedDate: when(charge.invoiceViewedAt),
      boletoViewedDate: when(charge.bankSlipViewedAt),
    });
  });

import { expect, it } from 'vitest';
import { chargeBody } from '../../../lib/asaas/charge-body.ts';

const BODY = {
  ...{ id: 'pay_exemplo', customer: 'cus_exemplo', status: 'RECEIVED', billingType: 'BOLETO' },
  ...{ value: 99.9, dueDate: '2026-12-10', dateCreated: '2026-11-22' },
};

it.each([
  ['an id', '5f0e-exemplo', true],
  ['none', null, undefined],
  ['an empty one', '', undefined],
  ['something else than an id', { id: '5f0e-exemplo' }, undefined],
])('a charge is read whatever stands for its Pix transaction: %s', (_, pixTransaction, byPix) => {
  expect(chargeBody('acc_exemplo').parse({ ...BODY, pixTransaction }).byPix).toBe(byPix);
});

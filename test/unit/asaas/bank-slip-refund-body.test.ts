import { expect, it } from 'vitest';
import { bankSlipRefundBody } from '../../../lib/asaas/bank-slip-refund-body.ts';

const read = (requestUrl: unknown) => bankSlipRefundBody.safeParse({ requestUrl });

it.each([
  'https://www.asaas.com/solicitar-estorno/abc123',
  'https://sandbox.asaas.com/solicitar-estorno/abc123',
])('a page of Asaas is passed on: %s', (address) => {
  expect(read(address)).toMatchObject({ success: true, data: address });
});

it.each([
  'http://www.asaas.com/solicitar-estorno/abc123',
  'https://asaas.com.golpe.example/estorno',
  'https://notasaas.com/estorno',
  'https://asaas.com@golpe.example/estorno',
  'https://fulano@asaas.com/estorno',
  'https://asaas.com:8443/estorno',
  'javascript:alert(1)',
  '',
  null,
])('anything else is not an answer: %s', (address) => {
  expect(read(address).success).toBe(false);
});

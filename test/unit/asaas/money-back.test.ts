import { describe, expect, it } from 'vitest';
import { cents } from '../../../lib/billing/money.ts';
import { day } from '../../fixtures/day.ts';
import { newCharge, newPayer, tryClient, valueOf } from './try-client.ts';

async function withCharge(key?: string) {
  const setting = tryClient(key);
  const payer = valueOf(await setting.client.createPayer(newPayer));
  const charge = valueOf(
    await setting.client.createCharge({ ...newCharge(payer.id), billingType: 'PIX' }),
  );
  return { ...setting, charge };
}
const FIRST = { offset: 0, limit: 100 };
const DAYS = { from: day('2026-11-01'), to: day('2026-11-30') };

describe('a receipt in cash', () => {
  it('settles the charge without money, and tells the payer only when asked to', async () => {
    const { client, asaas, charge } = await withCharge();
    const receipt = { value: cents(9_990), paidOn: day('2026-11-09'), notify: false };
    expect(valueOf(await client.receiveInCash(charge.id, receipt))).toMatchObject({
      status: 'RECEIVED_IN_CASH',
      paymentDate: '2026-11-09',
    });
    const [sent] = asaas.control.requests({ path: `/v3/payments/${charge.id}/receiveInCash` });
    expect(sent?.body).toEqual({ value: 99.9, paymentDate: '2026-11-09', notifyCustomer: false });
  });

  it('of a charge that was paid meanwhile is refused', async () => {
    const { client, asaas, charge } = await withCharge();
    asaas.control.pay(charge.id);
    const receipt = { value: cents(9_990), paidOn: day('2026-11-09'), notify: false };
    expect(await client.receiveInCash(charge.id, receipt)).toMatchObject({
      error: { kind: 'rejected', code: 'invalid_action' },
    });
  });
});

describe('money that went back', () => {
  it('is listed refund by refund', async () => {
    const { client, asaas, charge } = await withCharge();
    asaas.control.pay(charge.id);
    asaas.control.refund(charge.id, { value: 1_000, description: 'Desconto #7K3MQ' });
    asaas.control.refund(charge.id, { value: 2_000 });
    expect(valueOf(await client.refunds(charge.id))).toEqual([
      { status: 'DONE', value: 1_000, requestedOn: '2026-11-10', description: 'Desconto #7K3MQ' },
      { status: 'DONE', value: 2_000, requestedOn: '2026-11-10', description: null },
    ]);
  });

  it('stands in the statement with its charge, oldest first, and names nobody', async () => {
    const { client, asaas, charge } = await withCharge();
    asaas.control.pay(charge.id);
    asaas.control.refund(charge.id, { value: 1_000 });
    const { items } = valueOf(await client.movements(DAYS, FIRST));
    expect(items[0]).toMatchObject({ type: 'PAYMENT_RECEIVED', chargeId: charge.id });
    expect(items.at(-1)).toMatchObject({
      type: 'PAYMENT_REVERSAL',
      value: -1_000,
      on: '2026-11-10',
      chargeId: charge.id,
    });
    expect(JSON.stringify(items)).not.toMatch(/fatura|provedor/i);
  });

  it('cannot be read with a key that has no right to finances', async () => {
    const { client, asaas } = await withCharge();
    asaas.control.setKeyScopes('key_sandbox', ['PAYMENT:READ_WRITE', 'CUSTOMER:READ_WRITE']);
    expect(await client.movements(DAYS, FIRST)).toMatchObject({
      error: { kind: 'forbidden', code: 'insufficient_permission' },
    });
  });
});

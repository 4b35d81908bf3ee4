import { describe, expect, it } from 'vitest';
import { type AddedTerms, INHERITED_TERMS } from '../../../lib/billing/added-terms.ts';
import { cents } from '../../../lib/billing/money.ts';
import { day } from '../../fixtures/day.ts';
import { newCharge, newPayer, REFERENCE, tryClient, valueOf } from './try-client.ts';

async function withPayer() {
  const setting = tryClient();
  const payer = valueOf(await setting.client.createPayer(newPayer));
  return { ...setting, payer };
}
const FIRST = { offset: 0, limit: 100 };

describe('a charge', () => {
  it('is created as it was asked for, to the cent', async () => {
    const { client, asaas, payer } = await withPayer();
    const charge = valueOf(await client.createCharge(newCharge(payer.id)));
    expect(charge).toMatchObject({
      accountId: 'sandbox:11222333000181',
      payerId: payer.id,
      reference: REFERENCE,
      status: 'PENDING',
      deleted: false,
      value: 9_990,
      dueDate: '2026-11-22',
      createdOn: '2026-11-10',
      paymentDate: null,
      description: 'Título 4711 · vencimento 22/11/2026 #7K3MQ',
      viewed: false,
    });
    expect(asaas.control.charges(REFERENCE)).toHaveLength(1);
    expect(asaas.control.charge(charge.id)).toMatchObject({ value: 9_990, customer: payer.id });
  });

  describe('is sent', () => {
    async function sent(terms: Partial<AddedTerms>) {
      const { client, asaas, payer } = await withPayer();
      const asked = { ...newCharge(payer.id), terms: { ...INHERITED_TERMS, ...terms } };
      valueOf(await client.createCharge(asked));
      return asaas.control.requests({ method: 'POST', path: '/v3/payments' })[0]?.body;
    }

    it('without any term that it has not for itself, so that the account’s own apply', async () => {
      const body = await sent({});
      const terms = ['fine', 'interest', 'discount', 'daysAfterDueDateToRegistrationCancellation'];
      for (const term of terms) expect(body).not.toHaveProperty(term);
    });

    it('with a fine and interest of zero when its value contains them', async () => {
      const body = await sent({ finePercent: 0, interestPercentMonth: 0 });
      expect(body).toMatchObject({
        fine: { value: 0, type: 'PERCENTAGE' },
        interest: { value: 0 },
      });
      expect(body).not.toHaveProperty('discount');
    });

    it('with the terms it has, in Asaas’s own words', async () => {
      const body = await sent({
        finePercent: 2,
        interestPercentMonth: 0.5,
        discount: { kind: 'percent', amount: 2.5, daysBefore: 3 },
        registrationDays: 0,
      });
      expect(body).toMatchObject({
        fine: { value: 2, type: 'PERCENTAGE' },
        interest: { value: 0.5 },
        discount: { value: 2.5, dueDateLimitDays: 3, type: 'PERCENTAGE' },
        daysAfterDueDateToRegistrationCancellation: 0,
      });
    });

    it('with a fixed discount in reais, to the cent', async () => {
      const body = await sent({ discount: { kind: 'fixed', amount: 1_005, daysBefore: 0 } });
      expect(body).toMatchObject({
        discount: { value: 10.05, dueDateLimitDays: 0, type: 'FIXED' },
      });
    });
  });

  it('is read by id, and not found under another', async () => {
    const { client, payer } = await withPayer();
    const charge = valueOf(await client.createCharge(newCharge(payer.id)));
    expect(await client.getCharge(charge.id)).toEqual({ ok: true, value: charge });
    expect(await client.getCharge('pay_0000000000000000')).toEqual({
      ok: false,
      error: { kind: 'not-found' },
    });
  });

  it('tells when it was opened and when it was paid', async () => {
    const { client, asaas, payer } = await withPayer();
    const { id } = valueOf(
      await client.createCharge({ ...newCharge(payer.id), billingType: 'PIX' }),
    );
    asaas.control.view(id);
    expect(valueOf(await client.getCharge(id)).viewed).toBe(true);
    asaas.control.pay(id);
    expect(valueOf(await client.getCharge(id))).toMatchObject({
      status: 'RECEIVED',
      paymentDate: '2026-11-10',
    });
  });

  it('is changed, and refused once it is paid', async () => {
    const { client, asaas, payer } = await withPayer();
    const charge = valueOf(
      await client.createCharge({ ...newCharge(payer.id), billingType: 'PIX' }),
    );
    const change = {
      billingType: 'PIX' as const,
      value: cents(5_005),
      dueDate: day('2026-11-25'),
      description: charge.description,
      reference: `${REFERENCE}:2`,
    };
    expect(valueOf(await client.updateCharge(charge.id, change))).toMatchObject({
      value: 5_005,
      dueDate: '2026-11-25',
      description: charge.description,
      reference: `${REFERENCE}:2`,
    });
    asaas.control.pay(charge.id);
    expect(await client.updateCharge(charge.id, change)).toMatchObject({
      ok: false,
      error: { kind: 'rejected', code: expect.any(String) as string },
    });
    expect(await client.deleteCharge(charge.id)).toMatchObject({
      ok: false,
      error: { kind: 'rejected' },
    });
  });

  it('is deleted, leaves the lists, and says so by id', async () => {
    const { client, payer } = await withPayer();
    const { id } = valueOf(await client.createCharge(newCharge(payer.id)));
    expect(await client.deleteCharge(id)).toEqual({ ok: true, value: { deleted: true } });
    const listed = valueOf(await client.listCharges({ externalReference: REFERENCE }, FIRST));
    expect(listed.items).toEqual([]);
    expect(valueOf(await client.getCharge(id))).toMatchObject({ deleted: true });
  });

  it('has a Pix code and a linha digitável', async () => {
    const { client, payer } = await withPayer();
    const { id } = valueOf(
      await client.createCharge({ ...newCharge(payer.id), billingType: 'BOLETO' }),
    );
    expect(valueOf(await client.pixCode(id))).toMatchObject({
      payload: expect.stringMatching(/^000201/) as string,
      imagePng: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/) as string,
      expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as string,
    });
    expect(valueOf(await client.linhaDigitavel(id))).toMatch(/^\d{47}$/);
  });
});

describe('what Asaas refuses', () => {
  it('is told in its own words', async () => {
    const { client, payer } = await withPayer();
    const refused = async (change: object) =>
      client.createCharge({ ...newCharge(payer.id), ...change });
    expect(await refused({ value: cents(300) })).toMatchObject({
      error: {
        kind: 'rejected',
        code: 'invalid_object',
        detail: expect.stringContaining('R$ 5,00') as string,
      },
    });
    expect(await refused({ dueDate: day('2026-11-09') })).toMatchObject({
      error: { kind: 'rejected', code: 'invalid_dueDate' },
    });
    expect(await refused({ payerId: 'cus_000000000000' })).toMatchObject({
      error: { kind: 'rejected' },
    });
  });
});

describe('a list of charges', () => {
  it('has the charges of a reference, in pages', async () => {
    const { client, payer } = await withPayer();
    for (let number = 1; number <= 3; number += 1) await client.createCharge(newCharge(payer.id));
    const page = valueOf(
      await client.listCharges({ externalReference: REFERENCE }, { offset: 1, limit: 1 }),
    );
    expect(page).toMatchObject({ hasMore: true, totalCount: 3, offset: 1 });
    expect(page.items).toHaveLength(1);
  });

  it('never asks for more than a hundred at once', async () => {
    const { client, asaas } = tryClient();
    await client.listCharges({ status: 'PENDING' }, { offset: 0, limit: 5_000 });
    expect(asaas.control.requests().at(-1)?.query).toMatchObject({ limit: '100', offset: '0' });
  });

  it('filters by dates with encoded brackets', async () => {
    const { client, payer } = await withPayer();
    await client.createCharge(newCharge(payer.id));
    const due = async (from: string, to: string) =>
      valueOf(await client.listCharges({ 'dueDate[ge]': day(from), 'dueDate[le]': day(to) }, FIRST))
        .items.length;
    expect(await due('2026-11-22', '2026-11-22')).toBe(1);
    expect(await due('2026-11-23', '2026-11-30')).toBe(0);
  });
});

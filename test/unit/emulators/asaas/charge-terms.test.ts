import { describe, expect, it } from 'vitest';
import { tryAsaas } from './try-asaas.ts';

const TERMS = {
  fine: { value: 2, type: 'PERCENTAGE' },
  interest: { value: 1 },
  discount: { value: 10, type: 'PERCENTAGE', dueDateLimitDays: 5 },
};
const DAYS = 'daysAfterDueDateToRegistrationCancellation';

describe('the terms of a charge in the emulated Asaas', () => {
  it('come back as they were sent, with the last day of the discount', async () => {
    const { charge, get } = tryAsaas();
    const created = await charge({ ...TERMS, [DAYS]: 30 });
    const shown = {
      fine: { value: 2, type: 'PERCENTAGE' },
      interest: { value: 1 },
      discount: {
        value: 10,
        type: 'PERCENTAGE',
        dueDateLimitDays: 5,
        limitDate: '2026-03-15',
      },
      [DAYS]: 30,
      canBePaidAfterDueDate: true,
    };
    expect(created.json).toMatchObject(shown);
    expect((await get(`/payments/${String(created.json['id'])}`)).json).toMatchObject(shown);
  });

  it('stay when an update does not name them, and change when it does', async () => {
    const { chargeId, put } = tryAsaas();
    const path = `/payments/${await chargeId(TERMS)}`;
    expect((await put(path, { value: 120 })).json).toMatchObject({
      fine: TERMS.fine,
      interest: TERMS.interest,
      discount: TERMS.discount,
    });
    const discount = { value: 15, type: 'FIXED', dueDateLimitDays: 0 };
    expect((await put(path, { discount })).json).toMatchObject({ fine: TERMS.fine, discount });
  });

  it('leave at least R$ 5,00 after the discount, at an update too', async () => {
    const { chargeId, charge, put, get } = tryAsaas();
    const half = { value: 9.9, discount: { value: 4.95, type: 'FIXED', dueDateLimitDays: 0 } };
    expect((await charge(half)).error).toEqual({
      code: 'invalid_object',
      description:
        'O valor da cobrança (R$ 9,90) menos o valor do desconto (R$ 4,95) não pode ser menor que R$ 5,00.',
    });
    const path = `/payments/${await chargeId({ value: 9.9 })}`;
    expect((await put(path, { discount: half.discount })).error?.code).toBe('invalid_object');
    expect((await get(path)).json).toMatchObject({ discount: { value: 0 } });
  });

  it('fix the days until the registration lapses at creation, for good', async () => {
    const { chargeId, put } = tryAsaas();
    const never = `/payments/${await chargeId({ [DAYS]: 0 })}`;
    const unsaid = `/payments/${await chargeId()}`;
    const changed = await put(never, { [DAYS]: 60 });
    expect(changed.status).toBe(200);
    expect(changed.json).toMatchObject({ [DAYS]: 0, canBePaidAfterDueDate: false });
    expect((await put(unsaid, { [DAYS]: 60 })).json[DAYS]).toBeUndefined();
  });

  it('have such days only where there is a boleto', async () => {
    const { charge } = tryAsaas();
    expect((await charge({ billingType: 'PIX', [DAYS]: 30 })).json[DAYS]).toBeUndefined();
    expect((await charge({ billingType: 'UNDEFINED', [DAYS]: 30 })).json[DAYS]).toBe(30);
  });
});

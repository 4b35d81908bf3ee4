import { describe, expect, it } from 'vitest';
import { payerDifferences } from '../../../lib/billing/payer/differences.ts';
import { OVERRIDABLE } from '../../../lib/billing/payer/override.ts';
import type { PayerField } from '../../../lib/billing/payer/payer-field.ts';
import { putBack } from '../../../lib/billing/payer/put-back.ts';
import { payer as fixture } from '../../fixtures/charge.ts';
import { contact, customer } from '../../fixtures/customer.ts';

const ANOTHERS = '11144477735';
const IXC = { ...customer, email: 'maria@cliente.example', mobilePhone: '(11) 98765-4321' };
const has = (change: Readonly<Record<string, string | null>>) => ({
  ...fixture,
  contact: { ...contact, email: IXC.email, mobilePhone: '11987654321', ...change },
});

const back = (
  ixc: typeof IXC,
  payer: typeof fixture,
  typed: readonly PayerField[] = OVERRIDABLE,
): ReturnType<typeof putBack> => putBack(ixc, payer, payerDifferences(ixc, payer), typed);

describe('what goes back to IXC’s after a sending with typed data', () => {
  it('is what was typed and differs, and nothing where all agrees', () => {
    expect(back(IXC, has({ email: 'so-este@envio.example' })).fields).toEqual(['email']);
    expect(back(IXC, has({ mobilePhone: '21998765432' })).fields).toEqual(['mobilePhone']);
    expect(back(IXC, has({}))).toEqual({ fields: [], onlyAsaas: [], unusable: [] });
  });

  it('is no field that nobody typed, however old it is', () => {
    const payer = has({ email: 'velho@cliente.example', mobilePhone: '21998765432' });
    expect(back(IXC, payer, ['mobilePhone']).fields).toEqual(['mobilePhone']);
  });

  it('is the CPF as well, in the record that bears this customer’s reference', () => {
    const typed = { ...has({ email: 'so-este@envio.example' }), document: ANOTHERS };
    expect(back(IXC, typed).fields).toEqual(['document', 'email']);
  });

  it('is nothing of a record of another CPF that bears no reference, nor where the CPF was not typed', () => {
    const other = { ...has({ email: 'so-este@envio.example' }), document: ANOTHERS };
    expect(back(IXC, { ...other, reference: null }).fields).toEqual([]);
    expect(back(IXC, other, ['email']).fields).toEqual([]);
  });

  it('tells what only Asaas has, which nothing here takes away', () => {
    const without = { ...IXC, email: null as never };
    const payer = has({ email: 'so-este@envio.example' });
    expect(back(without, payer)).toEqual({ fields: [], onlyAsaas: ['email'], unusable: [] });
    expect(back(without, payer, ['mobilePhone'])).toEqual({
      fields: [],
      onlyAsaas: [],
      unusable: [],
    });
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Payer } from '../../../../lib/billing/charge.ts';
import type { Contact } from '../../../../lib/billing/invoice.ts';
import { payerChange, payerDifferences } from '../../../../lib/billing/payer/differences.ts';
import { PAYER_FIELDS, type PayerField } from '../../../../lib/billing/payer/payer-field.ts';
import { payer as bare } from '../../../fixtures/charge.ts';
import { contact, customer } from '../../../fixtures/customer.ts';

const payerWith = (change: Partial<Contact>, more: Partial<Payer> = {}): Payer => ({
  ...bare,
  contact: { ...contact, ...change },
  ...more,
});
const short = (differences: ReturnType<typeof payerDifferences>) =>
  differences.map(({ field, kind, ixc }) => [field, kind, ixc]);

describe('the data of a payer', () => {
  it('are no difference where both sides say the same in their own ways', () => {
    const ixc = {
      ...customer,
      name: 'MARIA  EXEMPLO DA SÍLVA',
      email: 'MARIA@cliente.example; outra@cliente.example',
      mobilePhone: '(11) 98765-4321',
      postalCode: '01310-000',
      address: 'Av. PAULISTA',
    };
    const asaas = payerWith({
      mobilePhone: '11987654321',
      postalCode: '01310000',
      address: 'Av. Paulista',
    });
    expect(payerDifferences(ixc, asaas)).toEqual([]);
  });

  it('are blank where only IXC has them, and that is told with the value Asaas would take', () => {
    const ixc = { ...customer, mobilePhone: '+55 (11) 98765-4321', district: ' Centro ' };
    expect(short(payerDifferences(ixc, payerWith({ email: null })))).toEqual([
      ['email', 'blank', 'maria@cliente.example'],
      ['mobilePhone', 'blank', '11987654321'],
      ['district', 'blank', 'Centro'],
    ]);
  });

  it('are nobody’s mistake where only Asaas has them', () => {
    const asaas = payerWith({ phone: '1133334444', complement: 'Sala 2' });
    expect(payerDifferences({ ...customer, email: null }, asaas)).toEqual([]);
  });

  it('differ where both have something else, name and CPF included', () => {
    const asaas = payerWith({ email: 'velho@cliente.example' }, { name: 'M. Silva' });
    expect(short(payerDifferences({ ...customer, document: '24971563792' }, asaas))).toEqual([
      ['name', 'differs', customer.name],
      ['document', 'differs', '24971563792'],
      ['email', 'differs', 'maria@cliente.example'],
    ]);
  });

  it.each([
    ['mobilePhone', '(11) 8765-4321'],
    ['mobilePhone', '(20) 98765-4321'],
    ['phone', '3333-4444'],
    ['email', 'maria@cliente'],
    ['postalCode', '0131'],
    ['document', '123.456.789-00'],
  ] as const)('are for IXC to correct where %s is %s', (field, value) => {
    const differences = payerDifferences({ ...customer, [field]: value }, payerWith({}));
    expect(short(differences)).toEqual([[field, 'unusable', value]]);
    expect(payerChange(differences, PAYER_FIELDS)).toEqual({});
  });

  it('know a number that Asaas has in its other field', () => {
    const ixc = { ...customer, phone: '(11) 98765-4321' };
    expect(payerDifferences(ixc, payerWith({ mobilePhone: '11987654321' }))).toEqual([]);
  });
});

const someText = fc.constantFrom(
  null,
  '',
  'a',
  'Rua Exemplo',
  'x@y.example',
  '11987654321',
  '01310000',
);
const anyContact: fc.Arbitrary<Contact> = fc.record({
  email: someText,
  phone: someText,
  mobilePhone: someText,
  postalCode: someText,
  address: someText,
  addressNumber: someText,
  complement: someText,
  district: someText,
});
const anyFields = fc.subarray<PayerField>([...PAYER_FIELDS]);
const anyName = fc.constantFrom('', 'Maria Exemplo da Silva', 'M. Silva');
const anyDocument = fc.constantFrom('', '52998224725', '24971563792', '123');

describe('the change of a payer', () => {
  it('never names name or CPF unless a person chose them, and never empties anything', () => {
    fc.assert(
      fc.property(
        anyContact,
        anyContact,
        anyName,
        anyDocument,
        anyFields,
        (ixc, has, name, document, chosen) => {
          const asaas = { ...bare, name, document, contact: has };
          const change = payerChange(payerDifferences({ ...customer, ...ixc }, asaas), chosen);
          for (const field of ['name', 'document'] as const) {
            if (!chosen.includes(field)) expect(change).not.toHaveProperty(field);
          }
          for (const value of Object.values(change)) expect(value.trim()).not.toBe('');
        },
      ),
    );
  });

  it('overwrites nothing that a person did not choose', () => {
    fc.assert(
      fc.property(anyContact, anyContact, anyFields, (ixc, has, chosen) => {
        const asaas = { ...bare, contact: has };
        const change = payerChange(payerDifferences({ ...customer, ...ixc }, asaas), chosen);
        for (const field of Object.keys(change) as (keyof Contact)[]) {
          const isBlank = (has[field] ?? '').trim() === '';
          expect(isBlank || chosen.includes(field)).toBe(true);
        }
      }),
    );
  });

  it('leaves nothing to ask for once it was carried out', () => {
    fc.assert(
      fc.property(anyContact, anyContact, anyName, anyFields, (ixc, has, name, chosen) => {
        const wanted = { ...customer, ...ixc };
        const before: Payer = { ...bare, name, contact: has };
        const {
          name: newName = name,
          document: _document,
          ...rest
        } = payerChange(payerDifferences(wanted, before), chosen);
        const after: Payer = { ...before, name: newName, contact: { ...has, ...rest } };
        expect(payerChange(payerDifferences(wanted, after), chosen)).toEqual({});
      }),
    );
  });
});

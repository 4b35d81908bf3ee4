import { describe, expect, it } from 'vitest';
import type { Customer, Invoice } from '../../../../lib/billing/invoice.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { invoiceFingerprint } from '../../../../lib/billing/send-plan.ts';
import { customer } from '../../../fixtures/customer.ts';
import { day } from '../../../fixtures/day.ts';
import { invoice } from '../../../fixtures/invoice.ts';

const fingerprint = (ofInvoice: Partial<Invoice> = {}, ofCustomer: Partial<Customer> = {}) =>
  invoiceFingerprint({ ...invoice, ...ofInvoice }, { ...customer, ...ofCustomer });

describe('what a confirmation rests on', () => {
  it.each([
    [{ status: 'partial' as const }, {}],
    [{ open: cents(9_999) }, {}],
    [{ dueDate: day('2026-11-23') }, {}],
    [{ dueDate: null }, {}],
    [{ customerId: '43' }, {}],
    [{}, { id: '43' }],
    [{}, { document: '24971563792' }],
    [{}, { name: 'Outra Pessoa' }],
  ])('has changed with %o and %o', (ofInvoice, ofCustomer) => {
    expect(fingerprint(ofInvoice, ofCustomer)).not.toBe(fingerprint());
  });

  it('has not changed with the spelling, or with what is not charged by', () => {
    expect(fingerprint({}, { name: 'MARIA exemplo  da Silva', document: '529.982.247-25' })).toBe(
      fingerprint(),
    );
    expect(fingerprint({ updatedAt: null, document: 'x' }, { email: null, active: false })).toBe(
      fingerprint(),
    );
  });

  it('is short enough to store with every job', () => {
    expect(fingerprint()).toMatch(/^[0-9a-f]{16}$/);
  });
});

import { describe, expect, it } from 'vitest';
import { cents } from '../../../lib/billing/money.ts';
import { type InvoiceIdentity, isSameInvoice } from '../../../lib/billing/same-invoice.ts';
import { day } from '../../fixtures/day.ts';
import { invoice } from '../../fixtures/invoice.ts';

const BARE = { contractId: null, document: null, issuedOn: null };
const NEXT_MONTH = { document: '72107', issuedOn: day('2026-12-01'), dueDate: day('2026-12-22') };

describe('two readings of one number', () => {
  it.each<[string, Partial<InvoiceIdentity>]>([
    ['says all the same', {}],
    ['moved its due date', { dueDate: day('2026-12-05') }],
    ['changed its value', { value: cents(9_000) }],
    ['lost its contract', { contractId: null }],
    ['got another document', { document: '72006-A' }],
  ])('are of one record that %s', (_how, change) => {
    expect(isSameInvoice(invoice, { ...invoice, ...change })).toBe(true);
  });

  it.each<[string, Partial<InvoiceIdentity>]>([
    ['is of another customer', { customerId: '4242' }],
    ['is the same subscription’s of the next month', NEXT_MONTH],
    ['has another value and due date', { value: cents(4_500), dueDate: day('2027-02-10') }],
    ['is of another contract and value', { contractId: '999', value: cents(4_500) }],
  ])('are of two where the other one %s', (_how, change) => {
    expect(isSameInvoice(invoice, { ...invoice, ...change })).toBe(false);
  });

  it('are of two when the due date differs and IXC tells neither document nor day of issue', () => {
    const bare = { ...invoice, ...BARE };
    expect(isSameInvoice(bare, { ...bare, dueDate: day('2026-12-22') })).toBe(false);
    expect(isSameInvoice(bare, { ...bare, value: cents(9_000) })).toBe(true);
  });
});

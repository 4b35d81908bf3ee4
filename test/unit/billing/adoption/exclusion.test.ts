import { expect, it } from 'vitest';
import { chargeExclusion, invoiceExclusion } from '../../../../lib/billing/adoption/exclusion.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { charge } from '../../../fixtures/charge.ts';
import { invoice } from '../../../fixtures/invoice.ts';

const free = { ...charge, reference: null, status: 'PENDING', deleted: false };

it.each([
  [null, {}],
  [null, { status: 'OVERDUE' }],
  ['foreign-reference', { reference: 'pedido-77' }],
  ['foreign-reference', { reference: 'ixc:outro.provedor:9' }],
  ['card', { billingType: 'CREDIT_CARD' }],
  ['not-open', { status: 'RECEIVED' }],
  ['not-open', { status: 'CONFIRMED' }],
  ['not-open', { deleted: true }],
  ['refunded', { status: 'REFUNDED' }],
  ['not-open', { status: 'A_NEW_WORD' }],
] as const)('%s: a charge by itself %o', (why, change) => {
  expect(chargeExclusion({ charge: { ...free, ...change }, origin: 'single' })).toBe(why);
});

it.each(['installment', 'subscription', 'other-origin'] as const)(
  '%s is never linked',
  (origin) => {
    expect(chargeExclusion({ charge: free, origin })).toBe(origin);
  },
);

it.each([
  [null, {}],
  ['not-sendable', { status: 'received' }],
  ['not-sendable', { renegotiated: true }],
  ['not-sendable', { released: false }],
  ['not-sendable', { contested: true }],
  ['not-sendable', { open: cents(499) }],
  ['registered-elsewhere', { registeredElsewhere: ['gateway_link'] }],
] as const)('%s: an invoice %o', (why, change) => {
  expect(invoiceExclusion({ ...invoice, ...change })).toBe(why);
});

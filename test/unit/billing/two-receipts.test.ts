import { describe, expect, it } from 'vitest';
import type { Charge } from '../../../lib/billing/charge.ts';
import type { Invoice } from '../../../lib/billing/invoice.ts';
import { areTwoReceipts, type SeenReceived } from '../../../lib/billing/two-receipts.ts';
import { charge } from '../../fixtures/charge.ts';
import { day } from '../../fixtures/day.ts';
import { invoice } from '../../fixtures/invoice.ts';

const at = (text: string) => Date.parse(`${text}:00-03:00`);
const seen = (invoiceReadAt: string, chargeLiveAt: string | null): SeenReceived => ({
  invoiceReadAt: at(invoiceReadAt),
  chargeLiveAt: chargeLiveAt === null ? null : at(chargeLiveAt),
});

/** Paid by Pix on 20 November, and received in IXC on the same day. */
function two(
  read: Partial<Invoice>,
  made: Partial<Charge> = {},
  evidence: SeenReceived | null = null,
) {
  return areTwoReceipts(
    { ...invoice, status: 'received', paidOn: day('2026-11-20'), ...read },
    {
      ...charge,
      status: 'RECEIVED',
      billingType: 'PIX',
      clientPaymentDate: day('2026-11-20'),
      ...made,
    },
    evidence,
  );
}

describe('a charge that was paid and an invoice that was received are two receipts', () => {
  it.each<[string, Partial<Invoice>, Partial<Charge>, SeenReceived | null]>([
    ['when IXC dates its own a day earlier', { paidOn: day('2026-11-19') }, {}, null],
    [
      'also while the payment is not credited',
      { paidOn: day('2026-11-19') },
      { status: 'CONFIRMED' },
      null,
    ],
    [
      'when the invoice was seen received before the day of the payment',
      {},
      {},
      seen('2026-11-19T18:00', null),
    ],
    [
      'when the Pix was unpaid after the invoice had been seen received',
      {},
      {},
      seen('2026-11-20T10:00', '2026-11-20T10:02'),
    ],
    [
      'also where IXC says no day',
      { paidOn: null },
      {},
      seen('2026-11-20T10:00', '2026-11-20T10:02'),
    ],
  ])('%s', (_when, read, made, evidence) => {
    expect(two(read, made, evidence)).toBe(true);
  });
});

describe('they are taken for one', () => {
  it.each<[string, Partial<Invoice>, Partial<Charge>, SeenReceived | null]>([
    ['when the operator registers the payment on the same day', {}, {}, null],
    ['when the operator registers it later', { paidOn: day('2026-11-23') }, {}, null],
    [
      'when it is registered later, whatever the charge still showed',
      { paidOn: day('2026-11-23') },
      {},
      seen('2026-11-23T10:00', '2026-11-23T10:02'),
    ],
    [
      'when a boleto still showed as unpaid: it takes days to be known',
      {},
      { billingType: 'BOLETO' },
      seen('2026-11-20T10:00', '2026-11-20T10:02'),
    ],
    [
      'when the charge was unpaid only before the invoice was seen received',
      {},
      {},
      seen('2026-11-20T10:00', '2026-11-20T09:58'),
    ],
    [
      'when the charge was closed in cash, which is the counter’s own receipt',
      { paidOn: day('2026-11-19') },
      { status: 'RECEIVED_IN_CASH' },
      null,
    ],
    [
      'when the charge is not paid',
      { paidOn: day('2026-11-19') },
      { status: 'PENDING', clientPaymentDate: null },
      null,
    ],
    ['when the money went back', { paidOn: day('2026-11-19') }, { status: 'REFUNDED' }, null],
    ['when the invoice is not received', { status: 'open', paidOn: day('2026-11-19') }, {}, null],
    [
      'when nobody knows when the payer paid',
      { paidOn: day('2026-11-19') },
      { clientPaymentDate: null },
      null,
    ],
  ])('%s', (_when, read, made, evidence) => {
    expect(two(read, made, evidence)).toBe(false);
  });
});

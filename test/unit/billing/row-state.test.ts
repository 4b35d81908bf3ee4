import { describe, expect, it } from 'vitest';
import { cents } from '../../../lib/billing/money.ts';
import { canSendInvoice } from '../../../lib/billing/row-state.ts';
import { sameName } from '../../../lib/billing/person-name.ts';
import { invoice } from '../../fixtures/invoice.ts';

describe('a row offers to send', () => {
  it('an invoice that is open or partly received', () => {
    expect(canSendInvoice(invoice)).toBe(true);
    expect(canSendInvoice({ ...invoice, status: 'partial' })).toBe(true);
  });

  it.each([
    { status: 'received' as const },
    { status: 'cancelled' as const },
    { status: 'unknown' as const },
    { open: cents(0) },
    { open: cents(-1) },
    { released: false },
    { renegotiated: true },
  ])('and none with %o', (change) => {
    expect(canSendInvoice({ ...invoice, ...change })).toBe(false);
  });
});

describe('two names', () => {
  it.each([
    ['JOSÉ DA  SILVA', 'Jose da Silva'],
    ['Conceição', 'CONCEICAO'],
    ['Ana\u00a0Maria', 'ana maria'],
    // The same letter in one code point and in two.
    ['Jos\u00e9', 'Jose\u0301'],
  ])('%s and %s are the same', (a, b) => {
    expect(sameName(a, b)).toBe(true);
  });

  it('with other letters are not', () => {
    expect(sameName('José da Silva', 'José de Silva')).toBe(false);
    expect(sameName('', 'José')).toBe(false);
  });
});

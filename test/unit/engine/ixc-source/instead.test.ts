import { describe, expect, it } from 'vitest';
import type { Invoice } from '../../../../lib/billing/invoice.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { insteadOf } from '../../../../lib/engine/ixc-source/instead.ts';
import type { TriedWay } from '../../../../lib/messages/drawer.ts';
import { FAILURE_CODES, type FailureCode } from '../../../../lib/messages/failure.ts';
import { invoice } from '../../../fixtures/invoice.ts';

type Met = FailureCode | null;
const met = (direct: Met, document: Met, session: Met): TriedWay[] =>
  Object.entries({ direct, document, session }).map(([source, code]) => ({
    source: source as TriedWay['source'],
    failure: code && { code },
  }));
const nothing = met('ixc-network', 'ixc-network', 'ixc-logged-out');
const offer = (ways: readonly TriedWay[], earlier: Invoice | null = null) =>
  insteadOf(ways, earlier).offer;

describe('what an operator may choose when an invoice was not read', () => {
  it('is typing, once every way failed', () => {
    expect(offer(nothing)).toBe('hand');
    expect(offer(met('ixc-token-missing', 'ixc-token-missing', 'ixc-no-tab'))).toBe('hand');
  });

  it('is the session while that reads, though the invoice could be typed too', () => {
    expect(offer(met('ixc-token-refused', 'ixc-token-refused', null))).toBe('session');
  });

  it('is nothing while the webservice answers: reading again is all it takes', () => {
    expect(offer(met(null, 'ixc-network', null))).toBeNull();
    expect(offer(met('ixc-network', null, 'ixc-logged-out'))).toBeNull();
  });

  it('is nothing where IXC has no such invoice, whichever way said so', () => {
    expect(offer(met('ixc-network', 'ixc-network', 'ixc-invoice-not-found'))).toBeNull();
    expect(offer(met('ixc-invoice-not-found', 'ixc-network', null))).toBeNull();
  });

  it.each<[string, Partial<Invoice>]>([
    ['invoice-received', { status: 'received' }],
    ['invoice-cancelled', { status: 'cancelled' }],
    ['invoice-status-unknown', { status: 'unknown' }],
    ['invoice-renegotiated', { renegotiated: true }],
    ['nothing-open', { open: cents(0) }],
  ])('is no typing against an earlier reading: %s', (code, earlier) => {
    const instead = insteadOf(nothing, { ...invoice, ...earlier });
    expect(instead).toMatchObject({ offer: null, known: [{ code }] });
    // The session reads it anew, and need not believe what was read before.
    const bySession = met('ixc-network', 'ixc-network', null);
    expect(offer(bySession, { ...invoice, ...earlier })).toBe('session');
  });

  it('is typing where the earlier reading found it open', () => {
    expect(insteadOf(nothing, invoice)).toMatchObject({ offer: 'hand', known: [] });
  });

  it('is nothing with a failure that no other way would mend', () => {
    const hopeless = FAILURE_CODES.filter(
      (code) => offer(met(code, code, code)) === null && code.startsWith('ixc'),
    );
    expect(hopeless).toEqual(['ixc-token-plain-http', 'ixc-invoice-not-found', 'ixc-by-hand']);
    for (const code of [
      'locked',
      'network-offline',
      'permission-missing',
      'asaas-network',
    ] as const)
      expect(offer(met(code, code, code))).toBeNull();
  });
});

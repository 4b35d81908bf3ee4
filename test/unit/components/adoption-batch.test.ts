import { describe, expect, it } from 'vitest';
import { lastBatch } from '../../../entrypoints/options/adoption/view.ts';
import type { AdoptionRow } from '../../../lib/ledger/adoption-rows.ts';
import { cents } from '../../../lib/billing/money.ts';
import { day } from '../../fixtures/day.ts';

const row = (change: Partial<AdoptionRow>): AdoptionRow => ({
  id: 'pay_1',
  kind: 'exact',
  why: null,
  payerId: 'cus_1',
  value: cents(7_700),
  dueDate: day('2026-12-20'),
  accountId: 'sandbox:11222333000181',
  environment: 'sandbox',
  origin: 'https://ixc.example',
  providerKey: '11222333000181',
  invoiceIds: ['1'],
  customerId: '7',
  initials: 'MA',
  at: 1,
  stage: 'linked',
  batch: 'first',
  undo: null,
  jobId: null,
  linkedAt: 1,
  failure: null,
  reasons: [],
  ...change,
});

describe('the last batch', () => {
  it('is the one that was linked last, whatever falls due last', () => {
    const early = row({ id: 'pay_2', batch: 'second', linkedAt: 2, dueDate: day('2026-12-01') });
    const late = row({ dueDate: day('2027-03-20') });
    expect(lastBatch([early, late])).toEqual({ batch: 'second', count: 1, linkedAt: 2 });
  });

  it('counts what is still linked of it', () => {
    const rows = [row({}), row({ id: 'pay_2' }), row({ id: 'pay_3', stage: 'kept' })];
    expect(lastBatch(rows)).toMatchObject({ batch: 'first', count: 2 });
  });

  it('is none where nothing is linked', () => {
    expect(lastBatch([row({ stage: 'undone' })])).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { cents } from '../../../lib/billing/money.ts';
import { evidenceOf, judgeInvoices, putInvoices } from '../../../lib/ledger/invoices.ts';
import type { InvoiceRow } from '../../../lib/ledger/rows.ts';
import { day } from '../../fixtures/day.ts';
import { invoice } from '../../fixtures/invoice.ts';
import { ORIGIN } from '../../fixtures/settings.ts';
import { freshLedger } from '../engine/engine-ports.ts';

const NOW = Date.parse('2026-11-22T15:00:00Z');
const CHARGED_ON = day('2026-11-10');
const row = (readAt: number, change: Partial<InvoiceRow> = {}): InvoiceRow => ({
  ...invoice,
  origin: ORIGIN,
  readAt,
  ...change,
});
const RECEIVED = { status: 'received', open: cents(0), received: cents(10_000) } as const;

async function kept(ledger: ReturnType<typeof freshLedger>) {
  const found = await ledger.invoices.get([ORIGIN, invoice.id]);
  if (!found) throw new Error('not kept');
  return { shown: found, judged: evidenceOf(found) };
}

describe('the readings of one invoice', () => {
  it('that are shown leave what was judged as it was, however many there are', async () => {
    const ledger = freshLedger();
    await putInvoices(ledger, [row(NOW - 3_000)], NOW);
    await putInvoices(ledger, [row(NOW - 2_000, RECEIVED)], NOW);
    await putInvoices(ledger, [row(NOW - 1_000, { status: 'cancelled' })], NOW);
    expect(await kept(ledger)).toMatchObject({
      shown: { status: 'cancelled', readAt: NOW - 1_000 },
      judged: { status: 'open', readAt: NOW - 3_000 },
    });
  });

  it('are judged by one that is older than what is shown, which stays', async () => {
    const ledger = freshLedger();
    await putInvoices(ledger, [row(NOW - 9_000)], NOW);
    await putInvoices(ledger, [row(NOW, { status: 'cancelled' })], NOW);
    const judged = { row: row(NOW - 5_000, RECEIVED), chargedOn: CHARGED_ON };
    expect(await judgeInvoices(ledger, [judged], NOW)).toEqual([]);
    expect(await kept(ledger)).toMatchObject({
      shown: { status: 'cancelled' },
      judged: { status: 'received' },
    });
  });

  it('give way to an earlier one where their clock ran ahead', async () => {
    const ledger = freshLedger();
    await putInvoices(ledger, [row(NOW + 9_000_000)], NOW);
    await putInvoices(ledger, [row(NOW, RECEIVED)], NOW);
    expect((await kept(ledger)).shown).toMatchObject({ status: 'received', readAt: NOW });
  });

  it('are not judged anew by another record under the number', async () => {
    const ledger = freshLedger();
    await putInvoices(ledger, [row(NOW - 9_000)], NOW);
    const other = { document: '99001', issuedOn: day('2026-11-22') };
    const judged = { row: row(NOW, other), chargedOn: CHARGED_ON };
    await judgeInvoices(ledger, [judged], NOW);
    expect((await kept(ledger)).judged).toMatchObject({ document: invoice.document });
  });

  it('are all forgotten as evidence by the one that a charge is being made from', async () => {
    const ledger = freshLedger();
    await putInvoices(ledger, [row(NOW - 9_000, { customerId: '4242' })], NOW);
    await judgeInvoices(ledger, [{ row: row(NOW), chargedOn: null }], NOW);
    expect((await kept(ledger)).judged).toMatchObject({ customerId: invoice.customerId });
  });
});

import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../../../lib/billing/result.ts';
import type { Invoice } from '../../../../../lib/billing/invoice.ts';
import { chargeRow, putCharge } from '../../../../../lib/ledger/charges.ts';
import { putInvoices } from '../../../../../lib/ledger/invoices.ts';
import { day } from '../../../../fixtures/day.ts';
import { ORIGIN } from '../../../../fixtures/settings.ts';
import { charged, messageDesk, openDesk } from '../message-kit.ts';

const LATE = { dueDate: day('2026-10-10') };

/** A customer with four overdue invoices: the one on screen, two that are charged, and one that is not. */
async function overdueDesk() {
  const desk = messageDesk();
  await charged(desk);
  const { ledger, bench } = desk;
  const [first] = await ledger.charges.toArray();
  if (!first) throw new Error('no charge');
  bench.ixc.invoice = { ...bench.ixc.invoice, ...LATE };
  bench.asaas.edit(first.id, LATE);
  const open: Invoice[] = [bench.ixc.invoice];
  const ids: string[] = [];
  for (const id of ['2001', '2002', '2003']) {
    const invoice = { ...bench.ixc.invoice, id };
    open.push(invoice);
    if (id === '2003') continue;
    const now = bench.clock.now();
    await putInvoices(ledger, [{ ...invoice, origin: ORIGIN, readAt: now }], now);
    const reference = first.reference?.replace('1001', id) ?? '';
    const made = bench.asaas.seedCharge('acc_sandbox', {
      customer: first.payerId,
      value: 9990,
      ...LATE,
      externalReference: reference,
    });
    ids.push(made.id);
    const row = chargeRow({ ...first, id: made.id, reference, ...LATE, status: 'OVERDUE' }, now);
    if (row) await putCharge(ledger, row, now);
  }
  const row = chargeRow({ ...first, ...LATE, status: 'OVERDUE' }, bench.clock.now());
  if (row) await putCharge(ledger, row, bench.clock.now());
  const reading = (fails = false) =>
    bench.reading({
      openInvoicesOf: () => Promise.resolve(fails ? fail({ kind: 'unsupported' }) : ok(open)),
      invoice: (id) => Promise.resolve(ok(open.find((each) => each.id === id) ?? null)),
      invoices: (wanted) => Promise.resolve(ok(open.filter(({ id }) => wanted.includes(id)))),
    });
  return { desk, ids, reading };
}

describe('a message with everything that is overdue', () => {
  it('asks again for each, and names no charge that was paid since the last sweep', async () => {
    const { desk, ids, reading } = await overdueDesk();
    desk.bench.asaas.pay(ids[0] ?? '');
    await desk.bench.clock.advance(60 * 60_000);
    const drawer = await openDesk(desk, { ixc: reading() });
    expect(drawer.shown().kinds).toContain('all-overdue');
    const { draft } = await drawer.compose('all-overdue');
    expect(draft?.text).toContain('Total: R$ 199,80');
  });

  it('says how many have no charge and are not in the total', async () => {
    const { desk, reading } = await overdueDesk();
    const drawer = await openDesk(desk, { ixc: reading() });
    const { draft } = await drawer.compose('all-overdue');
    expect(draft?.text).toContain('Total: R$ 299,70');
    expect(draft?.left).toBe(1);
  });

  it('is not written where IXC cannot say what is open: the total would be wrong', async () => {
    const { desk, reading } = await overdueDesk();
    const drawer = await openDesk(desk, { ixc: reading(true) });
    const shown = await drawer.compose('all-overdue');
    expect(shown).toMatchObject({ draft: null, refusal: { code: 'overdue-unread' } });
  });

  it('does not leave once one of them was paid', async () => {
    const { desk, ids, reading } = await overdueDesk();
    const drawer = await openDesk(desk, { ixc: reading() });
    await drawer.compose('all-overdue');
    desk.bench.asaas.pay(ids[1] ?? '');
    await desk.bench.clock.advance(5 * 60_000);
    const shown = await drawer.out('whatsapp');
    expect(shown).toMatchObject({ draft: null, refusal: { code: 'outdated' } });
    expect(desk.tabs).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import { ok } from '../../../../lib/billing/result.ts';
import { refreshInvoices } from '../../../../lib/engine/panel/refresh-invoices.ts';
import { day } from '../../../fixtures/day.ts';
import { ORIGIN, panel } from '../../../fixtures/settings.ts';
import { type Browser, DAY, MINUTE, type TwoSides, twoSides } from './two-sides.ts';

const OPEN = {
  ...{ status: 'A', valor_aberto: '99.90', valor_recebido: '0.00' },
  pagamento_data: '',
};
const VIEWS = [
  ['nobody looked at the row in between', false],
  ['the row was shown in between', true],
] as const;

async function changed(
  { clock }: TwoSides,
  browser: Browser,
  { isShown, id }: { readonly isShown: boolean; readonly id: string },
): Promise<void> {
  await clock.advance(MINUTE);
  if (isShown) await refreshInvoices(browser.ports, panel, [id]);
  await clock.advance(MINUTE);
  await browser.counter();
}

/** Charged by another browser, with interest and another due date, and shown here before it was judged. */
async function chargedElsewhere() {
  const sides = twoSides();
  const browser = await sides.browser();
  const made = { customerId: '7', cents: 9_990, dueDate: '2026-10-20' };
  const { id = '' } = sides.ixc.addInvoice(made);
  sides.seed({ invoiceId: id, value: 10_240, dueDate: '2026-11-20' });
  await browser.settle();
  await refreshInvoices(browser.ports, panel, [id]);
  await browser.counter();
  await sides.clock.advance(3 * MINUTE);
  return { sides, browser, id };
}

describe('what the counter did is noticed', () => {
  it.each(VIEWS)('where a receipt was undone, and %s', async (_view, isShown) => {
    const sides = twoSides();
    const browser = await sides.browser();
    const { charge, invoiceId: id } = sides.charged();
    await browser.settle();
    await browser.counter();
    const receipt = { value: cents(9_990), paidOn: day('2026-11-10'), notify: false };
    await browser.client.receiveInCash(charge.id, receipt);
    await browser.only('paid');
    sides.ixc.receive(id);
    await browser.counter();
    await sides.clock.advance(2 * MINUTE);
    sides.ixc.editInvoice(id, OPEN);
    await changed(sides, browser, { isShown, id });
    await sides.clock.advance(7 * 60 * MINUTE);
    await browser.counter();
    expect(await browser.alerts()).toMatchObject([
      { kind: 'counter-differs', detail: { why: 'reopened' } },
    ]);
  });

  it.each(VIEWS)('where an invoice was cancelled, and %s', async (_view, isShown) => {
    const { sides, browser, id } = await chargedElsewhere();
    sides.ixc.cancel(id);
    await changed(sides, browser, { isShown, id });
    expect(browser.steps).toMatchObject([{ step: { kind: 'cancel' } }]);
  });

  it.each(VIEWS)('where a part was received, and %s', async (_view, isShown) => {
    const { sides, browser, id } = await chargedElsewhere();
    sides.ixc.receive(id, 4_000);
    sides.ixc.editInvoice(id, { pagamento_data: '' });
    await changed(sides, browser, { isShown, id });
    expect(browser.steps).toMatchObject([{ step: { kind: 'lower', to: 5_990 } }]);
  });
});

describe('a number that a restored base gave to another invoice of the same customer', () => {
  it.each(VIEWS)('proves nothing, at no later look either, and %s', async (_view, isShown) => {
    const { sides, browser, id } = await chargedElsewhere();
    const other = { documento: '99001', data_emissao: '2026-11-10', data_vencimento: '2026-11-20' };
    sides.ixc.editInvoice(id, other);
    await changed(sides, browser, { isShown, id });
    sides.ixc.cancel(id);
    await changed(sides, browser, { isShown, id });
    await sides.clock.advance(13 * 60 * MINUTE);
    await browser.counter();
    expect(browser.steps).toEqual([]);
    expect(await browser.alerts()).toMatchObject([{ detail: { why: 'unproven' } }]);
  });
});

describe('the row of an invoice', () => {
  it('is read again although its last reading lies in the future', async () => {
    const sides = twoSides();
    const browser = await sides.browser();
    const { invoiceId } = sides.charged();
    await refreshInvoices(browser.ports, panel, [invoiceId]);
    const ahead = sides.clock.now() + 30 * DAY;
    await browser.ledger.invoices.update([ORIGIN, invoiceId], { readAt: ahead });
    sides.ixc.receive(invoiceId);
    await sides.clock.advance(60 * MINUTE);
    await refreshInvoices(browser.ports, panel, [invoiceId]);
    expect(await browser.ledger.invoices.get([ORIGIN, invoiceId])).toMatchObject({
      status: 'received',
    });
  });

  it('keeps a newer reading when one that was asked for earlier answers later', async () => {
    const sides = twoSides();
    const browser = await sides.browser();
    const { invoiceId } = sides.charged();
    await browser.settle();
    await browser.counter();
    await sides.clock.advance(3 * MINUTE);
    const reader = await browser.ports.ixc(ORIGIN);
    if (!reader.ok || reader.value.source === 'hand') throw new Error('no reader');
    const { client } = reader.value;
    const gate = Promise.withResolvers<undefined>();
    const asked = Promise.withResolvers<undefined>();
    const slow: typeof client = {
      ...client,
      invoices: async (ids) => {
        const read = await client.invoices(ids);
        asked.resolve(undefined);
        await gate.promise;
        return read;
      },
    };
    const ports = {
      ...browser.ports,
      ixc: () => Promise.resolve(ok({ source: 'direct' as const, client: slow })),
    };
    const late = refreshInvoices(ports, panel, [invoiceId]);
    await asked.promise;
    sides.ixc.receive(invoiceId);
    await sides.clock.advance(20_000);
    await browser.counter();
    gate.resolve(undefined);
    await late;
    expect(await browser.ledger.invoices.get([ORIGIN, invoiceId])).toMatchObject({
      status: 'received',
    });
  });
});

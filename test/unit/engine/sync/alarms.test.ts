import { describe, expect, it } from 'vitest';
import { ORIGIN } from '../../../fixtures/settings.ts';
import { DAY, MINUTE, twoSides } from './two-sides.ts';

async function known() {
  const sides = twoSides();
  const browser = await sides.browser();
  const { invoiceId, charge } = sides.charged();
  await browser.settle();
  await browser.counter();
  await sides.clock.advance(MINUTE);
  return { sides, browser, invoiceId, charge };
}

describe('two charges of one invoice', () => {
  it('that can be paid are told, and which of them the payer has opened', async () => {
    const { sides, browser, invoiceId, charge } = await known();
    const other = sides.seed({ invoiceId });
    sides.asaas.view(other.id);
    await browser.only('open');
    expect(await browser.alerts()).toMatchObject([
      {
        kind: 'several-live',
        invoiceId,
        chargeIds: [charge.id, other.id].toSorted(),
        detail: { keep: other.id },
      },
    ]);
  });

  it('are told without a proposal when one is only older', async () => {
    const { sides, browser, invoiceId } = await known();
    sides.seed({ invoiceId, createdAt: sides.clock.now() - 40 * DAY });
    await browser.only('open');
    const [alert] = await browser.alerts();
    expect(alert).toMatchObject({ kind: 'several-live', detail: {} });
    expect(alert?.detail).not.toHaveProperty('keep');
  });

  it('are told no longer once one of them is gone', async () => {
    const { sides, browser, invoiceId } = await known();
    const other = sides.seed({ invoiceId });
    await browser.only('open');
    sides.asaas.delete(other.id);
    await sides.clock.advance(MINUTE);
    await browser.only('open');
    expect(await browser.alerts()).toEqual([]);
  });

  it('that were both paid are told as paid twice', async () => {
    const { sides, browser, invoiceId, charge } = await known();
    const other = sides.seed({ invoiceId });
    await browser.only('open');
    sides.asaas.pay(other.id);
    await browser.only('paid');
    await sides.clock.advance(DAY);
    sides.asaas.pay(charge.id);
    await browser.only('paid');
    expect(await browser.alerts()).toMatchObject([
      {
        kind: 'paid-twice',
        chargeIds: [charge.id, other.id].toSorted(),
        detail: { keep: other.id },
      },
    ]);
  });
});

describe('a payment at Asaas and a receipt in IXC', () => {
  it('are told as two when the invoice had been seen received while the Pix was unpaid', async () => {
    const { sides, browser, invoiceId, charge } = await known();
    sides.ixc.receive(invoiceId);
    await browser.counter();
    await sides.clock.advance(MINUTE);
    await browser.only('open');
    sides.asaas.pay(charge.id);
    await sides.clock.advance(MINUTE);
    await browser.only('paid');
    expect(await browser.alerts()).toMatchObject([
      { kind: 'paid-on-both-sides', invoiceId, chargeIds: [charge.id] },
    ]);
  });

  it('are taken for one when the operator registers what Asaas received', async () => {
    const { sides, browser, invoiceId, charge } = await known();
    sides.asaas.pay(charge.id);
    await browser.only('paid');
    await sides.clock.advance(MINUTE);
    sides.ixc.receive(invoiceId);
    await sides.clock.advance(MINUTE);
    await browser.counter();
    await sides.clock.advance(2 * DAY);
    await browser.counter();
    expect(await browser.ledger.invoices.get([ORIGIN, invoiceId])).toMatchObject({
      status: 'received',
    });
    expect(await browser.alerts()).toEqual([]);
    expect(browser.steps).toEqual([]);
  });

  it('are told as two when IXC dates its own a day earlier', async () => {
    const { sides, browser, invoiceId, charge } = await known();
    sides.asaas.pay(charge.id);
    await browser.only('paid');
    sides.ixc.receive(invoiceId);
    sides.ixc.editInvoice(invoiceId, { pagamento_data: '2026-11-08' });
    await sides.clock.advance(3 * MINUTE);
    await browser.counter();
    expect(await browser.alerts()).toMatchObject([{ kind: 'paid-on-both-sides' }]);
  });
});

describe('money without a reference of ours', () => {
  it('is kept as little as matching it takes, and never as a charge', async () => {
    const { sides, browser } = await known();
    const stray = sides.asaas.strayPix('acc_sandbox', 7_777);
    await browser.only('paid');
    expect(await browser.row(stray.id)).toBeUndefined();
    expect(await browser.ledger.receipts.toArray()).toMatchObject([
      { id: stray.id, value: 7_777, paidOn: '2026-11-10', status: 'RECEIVED' },
    ]);
    const kept = JSON.stringify(await browser.ledger.receipts.toArray());
    expect(kept).not.toContain('Pagador Avulso');
    expect(kept).not.toContain('Cobrança gerada');
  });
});

describe('a charge whose reference was cleared', () => {
  it('stays with its invoice, and is told no longer once the reference is back', async () => {
    const { sides, browser, invoiceId, charge } = await known();
    const { externalReference } = charge;
    sides.asaas.edit(charge.id, { externalReference: null });
    await browser.only('open');
    expect(await browser.row(charge.id)).toMatchObject({ invoiceId, reference: null });
    await sides.clock.advance(MINUTE);
    sides.asaas.edit(charge.id, { externalReference });
    await browser.only('open');
    expect(await browser.alerts()).toEqual([]);
  });
});

describe('a key that is refused', () => {
  it('is told, and told no longer once it is taken', async () => {
    const { sides, browser } = await known();
    sides.asaas.setKeyEnabled('key_sandbox', false);
    await sides.clock.advance(20 * MINUTE);
    await browser.sync.run();
    expect(await browser.alerts()).toMatchObject([{ kind: 'key-lapse', chargeIds: [] }]);
    sides.asaas.setKeyEnabled('key_sandbox', true);
    await sides.clock.advance(20 * MINUTE);
    await browser.sync.run();
    expect(await browser.alerts()).toEqual([]);
  });
});

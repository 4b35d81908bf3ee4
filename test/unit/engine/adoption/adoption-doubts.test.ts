import { describe, expect, it } from 'vitest';
import type { AsaasClient } from '../../../../lib/asaas/client.types.ts';
import { ok } from '../../../../lib/billing/result.ts';
import { existingCharges } from './adoption-kit.ts';

async function compared() {
  const at = existingCharges();
  const invoice = at.invoice('7');
  const charge = at.charge('7');
  const browser = await at.browser();
  await browser.start();
  await browser.adoption.run();
  /** The next life of the worker, with another way to change a charge. */
  const changing = (updateCharge: AsaasClient['updateCharge']) =>
    browser.again({ asaas: () => Promise.resolve(ok({ ...browser.client, updateCharge })) });
  return { ...at, invoice, charge, browser, changing, another: at.invoice };
}

async function linked() {
  const at = await compared();
  await at.browser.link();
  await at.browser.adoption.run();
  expect(await at.browser.of(at.charge.id)).toMatchObject({ stage: 'linked' });
  return at;
}

describe('a link', () => {
  it('that somebody else made is not listed as linked, nor taken away with the list', async () => {
    const at = await compared();
    const { browser, charge, invoice } = at;
    at.asaas.edit(charge.id, { externalReference: at.reference(invoice) });
    await browser.link();
    await browser.adoption.run();
    expect(await browser.of(charge.id)).toMatchObject({
      stage: 'stopped',
      failure: { code: 'linked-already' },
    });
    expect(await browser.ledger.charges.get(charge.id)).toMatchObject({ invoiceId: invoice });
    await browser.undo(charge.id);
    await browser.pass(3);
    expect(at.puts()).toEqual([]);
    expect(at.asaas.charge(charge.id).externalReference).toBe(at.reference(invoice));
  });

  it('that Asaas accepted and never shows is not listed as linked', async () => {
    const { browser, charge, changing, asaas, clock } = await compared();
    const deaf = changing((id, { reference: _unheard, ...rest }) =>
      browser.client.updateCharge(id, rest),
    );
    await browser.link();
    for (let step = 0; step < 10; step += 1) {
      await deaf.adoption.run();
      await deaf.runner.run();
      await clock.advance(30_000);
    }
    await deaf.adoption.run();
    expect(asaas.charge(charge.id).externalReference ?? null).toBeNull();
    expect(await browser.of(charge.id)).toMatchObject({
      stage: 'stopped',
      failure: { code: 'check-in-asaas' },
    });
  });
});

describe('a charge that is paid while its link is undone', () => {
  it('stays with its invoice, and a person is told', async () => {
    const { browser, charge, invoice, changing, asaas } = await linked();
    await browser.undo(charge.id);
    const paidMeanwhile = changing(async (id, change) => {
      const answer = await browser.client.updateCharge(id, change);
      asaas.pay(id);
      return answer;
    });
    await paidMeanwhile.adoption.run();
    await browser.pass(2);
    expect(await browser.of(charge.id)).toMatchObject({
      stage: 'kept',
      failure: { code: 'unlinked-paid' },
    });
    const kept = await browser.ledger.charges.get(charge.id);
    expect(kept).toMatchObject({ invoiceId: invoice, status: asaas.charge(charge.id).status });
    const alerts = await browser.ledger.alerts.toArray();
    expect(alerts).toMatchObject([{ kind: 'reference-cleared', invoiceId: invoice }]);
  });
});

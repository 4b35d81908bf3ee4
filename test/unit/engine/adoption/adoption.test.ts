import { expect, it } from 'vitest';
import { existingCharges } from './adoption-kit.ts';

it('a comparison changes nothing, links what was confirmed, and undoes it', async () => {
  const at = existingCharges();
  const invoice = at.invoice('7');
  const charge = at.charge('7');
  const browser = await at.browser();
  expect(await browser.start()).toEqual({ ok: true, value: null });
  await browser.adoption.run();

  expect(await browser.state()).toMatchObject({ phase: 'done', failure: null });
  expect(await browser.of(charge.id)).toMatchObject({
    kind: 'exact',
    invoiceIds: [invoice],
    customerId: '7',
    stage: 'found',
  });
  expect(at.changes()).toEqual([]);
  expect(at.ixc.writes()).toEqual([]);
  expect(await browser.ledger.adoptionSeen.count()).toBe(0);

  expect(await browser.link()).toEqual({ ok: true, value: 1 });
  await browser.adoption.run();
  expect(await browser.of(charge.id)).toMatchObject({ stage: 'linked', failure: null });
  expect(at.asaas.charge(charge.id)).toMatchObject({
    externalReference: at.reference(invoice),
    value: 7_700,
    dueDate: '2026-12-20',
    description: charge.description,
  });
  expect(await browser.ledger.charges.get(charge.id)).toMatchObject({ invoiceId: invoice });
  expect(at.puts()).toHaveLength(1);

  expect(await browser.undo(charge.id)).toEqual({ ok: true, value: 1 });
  await browser.adoption.run();
  expect(await browser.of(charge.id)).toMatchObject({ stage: 'undone', failure: null });
  expect(at.asaas.charge(charge.id).externalReference).toBe('');
  expect(await browser.ledger.charges.get(charge.id)).toBeUndefined();
  expect(await browser.ledger.alerts.count()).toBe(0);
});

it('tells what it leaves alone, and why', async () => {
  const at = existingCharges();
  const browser = await at.browser();
  const cases: Record<string, string> = {};
  const expecting = (id: string, what: string) => {
    cases[id] = what;
  };
  // One invoice of each customer, and a charge that looks like it.
  const of = (customerId: string) => at.invoice(customerId);
  of('1');
  expecting(at.charge('1').id, 'exact');
  of('2');
  expecting(at.charge('2').id, 'ambiguous');
  expecting(at.charge('2').id, 'ambiguous');
  of('3');
  of('3');
  expecting(at.charge('3').id, 'ambiguous');
  of('4');
  expecting(at.charge('4', { externalReference: 'pedido-9' }).id, 'excluded foreign-reference');
  of('5');
  expecting(at.charge('5', { billingType: 'CREDIT_CARD' }).id, 'excluded card');
  const charged = of('6');
  at.charge('6', { externalReference: at.reference(charged) });
  expecting(at.charge('6').id, 'excluded already-charged');
  of('8');
  at.payerOf('8', 'ixc:outro.provedor:c:99');
  expecting(at.charge('8').id, 'excluded payer-of-other');
  of('9');
  at.payerOf('9', 'ixc:11222333000181:c:1000');
  expecting(at.charge('9').id, 'excluded payer-of-other');
  of('10');
  expecting(at.charge('10', { value: 7_701 }).id, 'unmatched');
  const elsewhere = of('11');
  at.ixc.editInvoice(elsewhere, { gateway_link: 'https://outro.example/1' });
  expecting(at.charge('11').id, 'excluded registered-elsewhere');
  const paid = of('12');
  at.ixc.receive(paid);
  expecting(at.charge('12').id, 'unmatched');
  const gone = at.charge('13');
  of('13');
  at.asaas.pay(gone.id);
  at.clock.advance(0).catch(() => undefined);

  await browser.start();
  await browser.adoption.run();
  const found = Object.fromEntries(
    (await browser.rows()).map(({ id, kind, why }) => [id, why === null ? kind : `${kind} ${why}`]),
  );
  expect(found).toEqual(cases);
  expect(at.changes()).toEqual([]);
});

it('reads several pages, goes on where it was paused, and leaves nothing out', async () => {
  const at = existingCharges();
  for (let one = 0; one < 230; one += 1) {
    const customer = String((one % 15) + 1);
    const dueDate = `2027-${String((Math.floor(one / 15) % 9) + 1).padStart(2, '0')}-${10 + Math.floor(one / 135)}`;
    at.invoice(customer, 8_000, dueDate);
    at.charge(customer, { value: 8_000, dueDate });
  }
  const browser = await at.browser();
  await browser.start();
  const lists = () => at.asaas.requests({ method: 'GET', path: '/v3/payments' }).length;
  at.asaas.addFault({
    method: 'GET',
    path: '/v3/payments',
    skip: 1,
    times: 1,
    fault: { kind: 'status', status: 503 },
  });
  await browser.adoption.run();
  expect(await browser.state()).toMatchObject({
    phase: 'charges',
    read: { charges: 100 },
    failure: { code: 'asaas-unavailable' },
  });
  await browser.handlers['adoption/pause']({ verb: 'adoption/pause', paused: true });
  const before = lists();
  await browser.pass(3);
  expect(lists()).toBe(before);
  await browser.handlers['adoption/pause']({ verb: 'adoption/pause', paused: false });
  await browser.pass(2);
  expect(await browser.state()).toMatchObject({ phase: 'done', read: { charges: 230 } });
  const kinds = (await browser.rows()).filter(({ kind }) => kind === 'exact');
  expect(kinds).toHaveLength(230);
});

it('needs the webservice, and says so', async () => {
  const at = existingCharges();
  const browser = await at.browser({
    ixc: () => Promise.resolve({ ok: true, value: { source: 'hand' } }),
  });
  expect(await browser.start()).toEqual({ ok: false, error: { code: 'ixc-token-missing' } });
});

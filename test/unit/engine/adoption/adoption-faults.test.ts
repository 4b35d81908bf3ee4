import { describe, expect, it } from 'vitest';
import { ok } from '../../../../lib/billing/result.ts';
import { writePaused } from '../../../../lib/ledger/pause.ts';
import { enqueueCreate } from '../../../../lib/engine/outbox/enqueue.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { account, ORIGIN } from '../../../fixtures/settings.ts';
import { Death, mortal } from '../outbox/mortal.ts';
import { compared, existingCharges, linked } from './adoption-kit.ts';

const PUT = { method: 'PUT', path: '/v3/payments/*' } as const;

describe('a link whose answer goes wrong', () => {
  it.each([
    ['drop-after-commit', { kind: 'drop-after-commit' }],
    ['drop-before-commit', { kind: 'drop-before-commit' }],
    ['503', { kind: 'status', status: 503 }],
    ['a 503 that hides a success', { kind: 'status', status: 503, carriedOut: true }],
    ['429', { kind: 'rate-limit', resetSeconds: 20 }],
  ] as const)('is looked up, and made once (%s)', async (_, fault) => {
    const at = await compared();
    at.asaas.addFault({ ...PUT, fault });
    await at.browser.link();
    await at.browser.adoption.run();
    await at.browser.pass(5);
    expect(await at.browser.of(at.charge.id)).toMatchObject({ stage: 'linked', failure: null });
    expect(at.asaas.charge(at.charge.id)).toMatchObject({
      externalReference: at.reference(at.invoice),
      value: 7_700,
      dueDate: '2026-12-20',
    });
    expect(at.asaas.requests({ method: 'POST', path: '/v3/payments' })).toEqual([]);
  });

  it('is given up with the reason when Asaas refuses it', async () => {
    const at = await compared();
    const body = '{"errors":[{"code":"invalid_action","description":"Não é possível."}]}';
    at.asaas.addFault({ ...PUT, fault: { kind: 'status', status: 400, body } });
    await at.browser.link();
    await at.browser.adoption.run();
    expect(await at.browser.of(at.charge.id)).toMatchObject({
      stage: 'stopped',
      failure: { code: 'asaas-rejected' },
    });
  });
});

describe('the worker dies', () => {
  it('anywhere in a comparison, and the next one goes on to the same end', async () => {
    for (let steps = 1; steps < 60; steps += 4) {
      const at = existingCharges();
      const invoice = at.invoice('7');
      const charge = at.charge('7');
      const browser = await at.browser();
      await browser.start();
      const life = mortal(browser.ports, steps);
      await browser
        .again(life.ports)
        .adoption.run()
        .catch((error: unknown) => {
          if (!(error instanceof Death)) throw error;
        });
      await browser.again({ owner: 'next' }).adoption.run();
      expect(await browser.state()).toMatchObject({ phase: 'done' });
      expect(await browser.of(charge.id)).toMatchObject({ kind: 'exact', invoiceIds: [invoice] });
    }
  });

  it('anywhere in a linking and in its undoing, and each is done once', async () => {
    for (const undo of [false, true]) {
      for (let steps = 1; steps < 34; steps += 2) {
        const at = undo ? await linked() : await compared();
        const { browser, charge, invoice } = at;
        if (undo) await browser.undo(charge.id);
        else await browser.link();
        const life = mortal(browser.ports, steps);
        await browser
          .again(life.ports)
          .adoption.run()
          .catch((error: unknown) => {
            if (!(error instanceof Death)) throw error;
          });
        // The dead one's lease has to run out.
        await browser.pass(4);
        expect(await browser.of(charge.id)).toMatchObject({ stage: undo ? 'undone' : 'linked' });
        const { externalReference } = at.asaas.charge(charge.id);
        expect(externalReference).toBe(undo ? '' : at.reference(invoice));
        const jobs = (await browser.ledger.jobs.toArray()).filter(({ kind }) => kind === 'adopt');
        expect(jobs).toHaveLength(undo ? 2 : 1);
      }
    }
  }, 60_000);
});

describe('what changed since it was compared is left alone', () => {
  it.each([
    ['the charge was paid', 'pay'],
    ['the charge has another value', 'value'],
    ['the charge was given a reference', 'reference'],
    ['the invoice was received', 'receive'],
    ['the invoice has another due date', 'due'],
    ['another charge like it was made', 'twin'],
    ['the invoice was sent by hand', 'sent'],
  ] as const)('%s', async (_, what) => {
    const at = await compared();
    const { charge, invoice, browser } = at;
    if (what === 'pay') at.asaas.pay(charge.id);
    if (what === 'value') at.asaas.edit(charge.id, { value: 7_800 });
    if (what === 'reference') at.asaas.edit(charge.id, { externalReference: 'pedido-1' });
    if (what === 'receive') at.ixc.receive(invoice);
    if (what === 'due') at.ixc.editInvoice(invoice, { data_vencimento: '2026-12-21' });
    if (what === 'twin') at.more.charge('7');
    if (what === 'sent') at.more.charge('7', { externalReference: at.reference(invoice) });
    const before = at.asaas.charge(charge.id).externalReference;
    await browser.link();
    await browser.adoption.run();
    expect(await browser.of(charge.id)).toMatchObject({ stage: 'stopped' });
    expect(at.puts()).toEqual([]);
    expect(at.asaas.charge(charge.id).externalReference).toBe(before);
  });

  it('an invoice that is being sent by hand, and only one charge of it is live', async () => {
    const at = await compared();
    const { browser, invoice } = at;
    await browser.link();
    await enqueueCreate(browser.ports, {
      account,
      origin: ORIGIN,
      providerKey: KEY,
      invoiceId: invoice,
      confirmation: 'of another plan',
      choices: {},
    });
    await browser.adoption.run();
    await browser.pass(12);
    expect(await browser.of(at.charge.id)).toMatchObject({
      stage: 'stopped',
      failure: { code: 'invoice-busy' },
    });
    expect(at.puts()).toEqual([]);
    expect(at.asaas.requests({ method: 'POST', path: '/v3/payments' })).toEqual([]);
  });

  it('all of it, while everything is paused', async () => {
    const at = await compared();
    const { browser } = at;
    await browser.link();
    await writePaused(browser.ledger, true);
    await browser.pass(2);
    expect(at.puts()).toEqual([]);
    expect(await browser.of(at.charge.id)).toMatchObject({ stage: 'asked' });
    await writePaused(browser.ledger, false);
    await browser.pass(1);
    expect(await browser.of(at.charge.id)).toMatchObject({ stage: 'linked' });
  });
});

describe('an undoing is refused, and the link stays', () => {
  it.each([
    ['unlink-paid', 'pay'],
    ['unlink-changed', 'value'],
    ['unlink-other-charge', 'other'],
    ['charge-moved', 'reference'],
  ] as const)('%s', async (code, what) => {
    const at = await linked();
    const { charge, invoice, browser } = at;
    if (what === 'pay') at.asaas.pay(charge.id);
    if (what === 'value') at.asaas.edit(charge.id, { value: 7_800 });
    if (what === 'other') at.more.charge('7', { externalReference: at.reference(invoice) });
    if (what === 'reference') at.asaas.edit(charge.id, { externalReference: 'pedido-1' });
    const puts = at.puts().length;
    await browser.undo(charge.id);
    await browser.adoption.run();
    expect(await browser.of(charge.id)).toMatchObject({ stage: 'kept', failure: { code } });
    expect(at.puts()).toHaveLength(puts);
  });

  it('when Asaas takes an empty reference for none at all, it says so', async () => {
    const at = await linked();
    const { browser, charge } = at;
    const stubborn = browser.again({
      asaas: () =>
        Promise.resolve(
          ok({
            ...browser.client,
            updateCharge: (id, change) =>
              browser.client.updateCharge(id, { ...change, reference: at.reference(at.invoice) }),
          }),
        ),
    });
    await browser.undo(charge.id);
    for (let step = 0; step < 8; step += 1) {
      await stubborn.adoption.run();
      await stubborn.runner.run();
      await at.clock.advance(30_000);
    }
    await stubborn.adoption.run();
    expect(await browser.of(charge.id)).toMatchObject({
      stage: 'kept',
      failure: { code: 'reference-kept' },
    });
    expect(await browser.ledger.charges.get(charge.id)).toMatchObject({ invoiceId: at.invoice });
  });
});

it('a halt leaves what has not begun as it was', async () => {
  const at = await compared();
  await writePaused(at.browser.ledger, true);
  await at.browser.link();
  await at.browser.adoption.run();
  await at.browser.handlers['adoption/halt']({ verb: 'adoption/halt' });
  expect(await at.browser.of(at.charge.id)).toMatchObject({ stage: 'found', batch: null });
});

it('another number than the page showed is not confirmed', async () => {
  const at = await compared();
  const run = (await at.browser.state())?.id ?? '';
  const asked = { verb: 'adoption/link', run, count: 2 } as const;
  expect(await at.browser.handlers['adoption/link'](asked)).toEqual({
    ok: false,
    error: { code: 'changed-since-confirmation' },
  });
});

it('no document and no name is on disk while it is compared', async () => {
  const at = existingCharges();
  at.invoice('7');
  at.charge('7');
  const { cnpj_cpf: document = '', razao: name = '' } = at.ixc.customer('7');
  const browser = await at.browser();
  await browser.start();
  const life = mortal(browser.ports, 40);
  await browser
    .again(life.ports)
    .adoption.run()
    .catch(() => undefined);
  const seen = JSON.stringify([
    await browser.ledger.adoptionSeen.toArray(),
    await browser.ledger.adoptions.toArray(),
    await browser.state(),
  ]);
  expect(seen).not.toContain(document.replace(/\D/g, ''));
  expect(seen).not.toContain(name);
});

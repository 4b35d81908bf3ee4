import { describe, expect, it } from 'vitest';
import { enqueueNotices } from '../../../../lib/engine/outbox/notices/enqueue-notices.ts';
import { enqueueAdopt } from '../../../../lib/engine/outbox/desk/adopt-queue.ts';
import type { JobRow } from '../../../../lib/ledger/rows.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { account, ORIGIN } from '../../../fixtures/settings.ts';
import { ACCOUNT, compared, existingCharges, linked } from './adoption-kit.ts';

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
    const deaf = changing((id, change) =>
      browser.client.updateCharge(id, { ...change, reference: '' }),
    );
    await browser.link();
    for (let step = 0; step < 10; step += 1) {
      await deaf.adoption.run();
      await deaf.runner.run();
      await clock.advance(30_000);
    }
    await deaf.adoption.run();
    expect(asaas.charge(charge.id).externalReference).toBe('');
    expect(await browser.of(charge.id)).toMatchObject({
      stage: 'stopped',
      failure: { code: 'check-in-asaas' },
    });
  });
});

describe('a link that was given up before Asaas could be read again', () => {
  it('is not listed as linked: nobody saw it', async () => {
    const { browser, charge } = await linked();
    const row = await browser.of(charge.id);
    const job = await browser.ledger.jobs.get(row?.jobId ?? '');
    if (!row || !job) throw new Error('none');
    const failure = { code: 'verification-given-up' } as const;
    await browser.ledger.jobs.put({ ...job, failure });
    await browser.ledger.adoptions.put({ ...row, stage: 'linking', linkedAt: null });
    await browser.adoption.run();
    expect(await browser.of(charge.id)).toMatchObject({ stage: 'stopped', failure });
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

describe('one CPF and two names', () => {
  it('is told in the comparison, and not linked by the list', async () => {
    const at = existingCharges();
    at.invoice('7');
    const { cnpj_cpf: document = '' } = at.ixc.customer('7');
    const { id: customer } = at.asaas.seedCustomer(ACCOUNT, {
      name: 'Outra Pessoa Qualquer',
      cpfCnpj: document.replace(/\D/g, ''),
    });
    const charge = at.charge('7', { customer });
    const browser = await at.browser();
    await browser.start();
    await browser.adoption.run();
    expect(await browser.of(charge.id)).toMatchObject({ kind: 'excluded', why: 'name-differs' });
  });

  it('is not linked where the name was changed since', async () => {
    const { browser, charge, ixc, puts } = await compared();
    ixc.editCustomer('7', { razao: 'Outra Pessoa Qualquer' });
    await browser.link();
    await browser.adoption.run();
    expect(await browser.of(charge.id)).toMatchObject({
      stage: 'stopped',
      reasons: ['payer-name-differs'],
    });
    expect(puts()).toEqual([]);
  });
});

/** Linked as it was compared, it is stopped, and nothing is written. */
async function isForAPerson({ browser, charge, puts }: Awaited<ReturnType<typeof compared>>) {
  await browser.link();
  await browser.adoption.run();
  expect(await browser.of(charge.id)).toMatchObject({
    stage: 'stopped',
    failure: { code: 'adoption-ambiguous' },
  });
  expect(puts()).toEqual([]);
}

describe('a second invoice like it that was made since', () => {
  it('makes it a case for a person too where it is of another record of the same person', async () => {
    const at = await compared();
    at.more.invoice('8');
    const { cnpj_cpf = '', razao = '' } = at.ixc.customer('7');
    at.ixc.editCustomer('8', { cnpj_cpf, razao });
    await isForAPerson(at);
  });

  it('makes it a case for a person', async () => {
    const at = await compared();
    at.more.invoice('7');
    await isForAPerson(at);
  });

  it('is no rival once it has a charge of its own', async () => {
    const at = await compared();
    const other = at.more.invoice('7');
    at.asaas.edit(at.more.charge('7').id, { externalReference: at.reference(other) });
    await at.browser.link();
    await at.browser.adoption.run();
    expect(await at.browser.of(at.charge.id)).toMatchObject({ stage: 'linked' });
  });
});

describe('a new comparison', () => {
  it('finds again what somebody cleared at Asaas after it was linked', async () => {
    const { browser, charge, asaas, clock } = await linked();
    asaas.edit(charge.id, { externalReference: null });
    await clock.advance(3_600_000);
    await browser.ledger.charges.update(charge.id, { reference: null });
    await browser.start();
    await browser.adoption.run();
    expect(await browser.of(charge.id)).toMatchObject({ stage: 'found', kind: 'exact' });
  });

  it('leaves alone what is still linked, and what is being undone', async () => {
    const { browser, charge, asaas } = await linked();
    await browser.start();
    await browser.adoption.run();
    expect(await browser.of(charge.id)).toMatchObject({ stage: 'linked' });
    await browser.start();
    await browser.undo(charge.id);
    await browser.adoption.run();
    await browser.pass(2);
    expect(await browser.of(charge.id)).toMatchObject({ stage: 'undone' });
    expect(asaas.charge(charge.id).externalReference).toBe('');
  });
});

describe('an undoing after its payer was changed', () => {
  it('is done: the charge is as it was linked', async () => {
    const { browser, charge, invoice, asaas } = await linked();
    const about = { accountId: account.id, environment: 'sandbox', origin: ORIGIN } as const;
    await enqueueNotices(browser.ports, {
      ...{ ...about, providerKey: KEY, invoiceId: invoice, because: 'asked' },
      ...{ targetId: charge.customer, wish: { silenced: true, channels: {} } },
    });
    await browser.pass(1);
    const jobs = await browser.ledger.jobs.toArray();
    expect(jobs).toContainEqual(expect.objectContaining({ kind: 'notices', state: 'done' }));
    await browser.undo(charge.id);
    await browser.pass(2);
    expect(await browser.of(charge.id)).toMatchObject({ stage: 'undone' });
    expect(asaas.charge(charge.id).externalReference).toBeFalsy();
  });
});

describe('a link to an invoice among more than are read at once', () => {
  it.each(['2026-12-01', '2026-12-20'])('due by %s is for a person to tell', async (dueDate) => {
    const at = await compared();
    for (let number = 0; number < 200; number += 1) at.more.invoice('7', 1_000, dueDate);
    at.more.invoice('7');
    await at.browser.link();
    await at.browser.adoption.run();
    expect(at.puts()).toEqual([]);
    expect(await at.browser.of(at.charge.id)).toMatchObject({
      stage: 'stopped',
      failure: { code: 'adoption-ambiguous' },
    });
  });
});

describe('an undoing of what a job of ours changed since', () => {
  it('is refused, also where it was changed before the list wrote down that it was linked', async () => {
    const at = await compared();
    const { browser, charge, clock } = at;
    await browser.link();
    const row = await browser.of(charge.id);
    if (!row) throw new Error('no row');
    await enqueueAdopt(browser.ports, row, 'link');
    await browser.runner.run();
    const [linking] = await browser.ledger.jobs.toArray();
    if (!linking) throw new Error('no job');
    await clock.advance(60_000);
    const edited = { ...linking, id: 'ed'.repeat(16), kind: 'edit', createdAt: clock.now() };
    await browser.ledger.jobs.add(edited as unknown as JobRow);
    await clock.advance(60_000);
    await browser.adoption.run();
    await browser.undo(charge.id);
    await browser.pass(2);
    expect(await browser.of(charge.id)).toMatchObject({
      stage: 'kept',
      failure: { code: 'unlink-changed' },
    });
  });
});

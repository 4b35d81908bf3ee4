import { beforeEach, describe, expect, it } from 'vitest';
import { KNOWN, KNOWN_CUSTOMERS } from '../../../emulators/ixc/index.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { account } from '../../../fixtures/settings.ts';
import { emulatedProvider, type Known } from './emulated-provider.ts';
import { inShort } from './in-short.ts';

let provider: Awaited<ReturnType<typeof emulatedProvider>>;

beforeEach(async () => {
  provider = await emulatedProvider();
});

/** The payer at Asaas for one of IXC's customers; `change` says in what it differs. */
function seedPayer(customerId: string, change: Readonly<Record<string, unknown>> = {}) {
  const { razao: name, cnpj_cpf: document = '' } = provider.ixc.customer(customerId);
  const cpfCnpj = document.replaceAll(/[./-]/g, '');
  return provider.asaas.seedCustomer('acc_sandbox', { name, cpfCnpj, ...change });
}

const seedCharge = (customer: string, externalReference: string, value: number) =>
  provider.asaas.seedCharge('acc_sandbox', {
    customer,
    billingType: 'PIX',
    value,
    dueDate: '2026-03-20',
    externalReference,
  });

const planned = async (...args: Parameters<typeof provider.plan>) =>
  inShort(await provider.plan(...args));

describe('a payer whom Asaas knows already is not made again', () => {
  it.each<[Known, string]>([
    ['openInvoice', 'with a masked CPF'],
    ['unmaskedDocumentInvoice', 'with a CPF stored without its mask'],
    ['alphanumericInvoice', 'with letters in the CNPJ'],
    ['unmaskedCompanyInvoice', 'with a CNPJ stored without its mask'],
    ['accentedNameInvoice', 'with accents and an apostrophe in the name'],
  ])('%s: %s', async (name) => {
    const payer = seedPayer(KNOWN[name].customerId);
    const plan = await provider.plan(name);
    expect(plan).toMatchObject({ kind: 'new', payer: { kind: 'known', payer: { id: payer.id } } });
  });

  it('though its name is written without accents there, and in capitals', async () => {
    seedPayer(KNOWN_CUSTOMERS.accentedName, { name: "CONCEICAO D'AVILA MULLER SIMULACAO" });
    expect(await planned('accentedNameInvoice')).toMatchObject({ payer: 'known' });
  });
});

describe('two customers of IXC with one CPF', () => {
  it('have a payer each: the one of the other is never used', async () => {
    const externalReference = `ixc:${KEY}:c:${KNOWN_CUSTOMERS.twin}`;
    const payer = seedPayer(KNOWN_CUSTOMERS.twin, { externalReference });
    expect(await provider.plan('twinInvoice')).toMatchObject({
      payer: { kind: 'known', payer: { id: payer.id } },
    });
    expect(await planned('otherTwinInvoice')).toMatchObject({ payer: 'create' });
  });

  it('share a payer without a reference, which is asked about once there are two', async () => {
    seedPayer(KNOWN_CUSTOMERS.twin);
    expect(await planned('twinInvoice')).toMatchObject({ payer: 'known' });
    expect(await planned('otherTwinInvoice')).toMatchObject({ payer: 'known' });
    const second = seedPayer(KNOWN_CUSTOMERS.otherTwin);
    expect(await planned('otherTwinInvoice')).toEqual({ blocked: ['payer-ambiguous'] });
    expect(await planned('otherTwinInvoice', { payerId: second.id })).toMatchObject({
      payer: 'known',
    });
  });

  it('are told from a third person under the same CPF', async () => {
    seedPayer(KNOWN_CUSTOMERS.twin, { name: 'Outra Pessoa Modelo' });
    expect(await planned('twinInvoice')).toEqual({ blocked: ['payer-name-differs'] });
  });
});

describe('an invoice born from a renegotiation', () => {
  it('waits until the charge of an invoice that it replaces is cancelled', async () => {
    const { id, customerId, cents } = KNOWN.renegotiatedInvoice;
    const charge = seedCharge(seedPayer(customerId).id, `ixc:${KEY}:${id}`, cents);
    expect(await planned('bornFromRenegotiationInvoice')).toEqual({
      blocked: ['predecessor-replaceable'],
    });
    const replacing = await provider.plan('bornFromRenegotiationInvoice', {
      replacePredecessors: [charge.id],
    });
    expect(replacing).toMatchObject({
      kind: 'new',
      replaces: [{ id: charge.id, invoiceId: id, value: cents, dueDate: '2026-03-20' }],
    });
    provider.asaas.delete(charge.id);
    expect(await planned('bornFromRenegotiationInvoice')).toMatchObject({ charge: '229,80' });
  });

  it('is not sent when what it replaces was paid', async () => {
    const { id, customerId, cents } = KNOWN.renegotiatedTwiceInvoice;
    const charge = seedCharge(seedPayer(customerId).id, `ixc:${KEY}:${id}`, cents);
    provider.asaas.pay(charge.id);
    expect(await planned('bornFromSecondRenegotiationInvoice')).toEqual({
      blocked: ['predecessor-paid', 'predecessors-unread'],
    });
  });
});

describe('a charge that stands already', () => {
  it('is shown again, brought up to date, or reported as paid', async () => {
    const { id, customerId, cents } = KNOWN.thirdOpenInvoice;
    const charge = seedCharge(seedPayer(customerId).id, `ixc:${KEY}:${id}`, cents);
    expect(await planned('thirdOpenInvoice')).toEqual({ kind: 'reuse' });
    provider.ixc.receive(id, 50_00);
    expect(await provider.plan('thirdOpenInvoice')).toMatchObject({
      kind: 'update',
      value: { from: cents, to: cents - 50_00 },
    });
    provider.asaas.pay(charge.id);
    expect(await planned('thirdOpenInvoice')).toEqual({ blocked: ['already-paid'] });
  });
});

describe('filiais and carteiras', () => {
  it('of which none is mapped to an account are blocked', async () => {
    provider = await emulatedProvider((settings) => ({
      ...settings,
      panels: settings.panels.map((panel) => ({
        ...panel,
        accountId: null,
        routes: [{ filialId: '1', carteiraId: null, accountId: account.id }],
      })),
    }));
    expect(await planned('openInvoice')).toMatchObject({ charge: '99,90' });
    expect(await planned('companyInvoice')).toEqual({ blocked: ['no-account'] });
    expect(await planned('secondFilialInvoice')).toEqual({ blocked: ['no-account'] });
  });
});

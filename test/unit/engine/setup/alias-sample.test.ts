import { describe, expect, test } from 'vitest';
import { chargeRow } from '../../../../lib/ledger/charges.ts';
import type { Insisted } from '../../../../lib/messages/page-requests.ts';
import { KNOWN, PROVIDER } from '../../../emulators/ixc/index.ts';
import { charge } from '../../../fixtures/charge.ts';
import { PANEL, setupWithToken, type TestSetup } from './setup-kit.ts';

const ALIAS = 'outra';
const STRANGER = '24971563792';
const NUMBERS = [KNOWN.openInvoice.id, KNOWN.overdueInvoice.id];

/** A panel that is read with a token, and one account; what setting it up asked is forgotten. */
async function ready(): Promise<TestSetup> {
  const setup = await setupWithToken();
  setup.asaas.control.clearRequests();
  setup.ixc.control.clearRequests();
  return setup;
}

const documentOf = ({ ixc }: TestSetup, invoiceId: string): string => {
  const customerId = String(ixc.control.invoice(invoiceId)['id_cliente']);
  return String(ixc.control.customer(customerId)['cnpj_cpf']);
};

function seed({ asaas }: TestSetup, invoiceId: string, cpfCnpj: string): void {
  const { id } = asaas.control.seedCustomer('acc_sandbox', { name: 'Cliente de Exemplo', cpfCnpj });
  const more = { externalReference: `ixc:${ALIAS}:${invoiceId}`, dueDate: '2026-04-10' };
  asaas.control.seedCharge('acc_sandbox', { customer: id, value: 1000, ...more });
}

const name = ({ handlers }: TestSetup, insists?: Insisted) =>
  handlers['panel/keys']({
    ...{ verb: 'panel/keys', origin: PANEL, providerKey: PROVIDER.cnpj, aliases: [ALIAS] },
    insists,
  });
const aliasesOf = async ({ settings }: TestSetup) => (await settings.read()).panels[0]?.aliases;
const refused = (differing: string, compared: string) => ({
  ok: false,
  error: { code: 'alias-other-customers', params: { alias: ALIAS, differing, compared } },
});
const TAKEN = { ok: true, value: { aliases: [ALIAS] } };

describe('an alias under which others are charged for the numbers of this panel’s invoices', () => {
  test('is refused until the operator insists, and then not asked about again', async () => {
    const setup = await ready();
    for (const number of NUMBERS) seed(setup, number, STRANGER);
    expect(await name(setup)).toEqual(refused('2', '2'));
    expect(await name(setup, ['provider-key-other'])).toEqual(refused('2', '2'));
    expect(await aliasesOf(setup)).toEqual([]);
    expect(await name(setup, ['alias-other-customers'])).toMatchObject(TAKEN);
    expect(await name(setup)).toMatchObject(TAKEN);
  });

  test('is refused for one of them among others that agree', async () => {
    const setup = await ready();
    const [agreeing = '', other = ''] = NUMBERS;
    seed(setup, agreeing, documentOf(setup, agreeing));
    seed(setup, other, STRANGER);
    expect(await name(setup)).toEqual(refused('1', '2'));
  });

  test('is refused by what this browser has seen, too', async () => {
    const setup = await ready();
    const { id: payerId } = setup.asaas.control.seedCustomer('acc_sandbox', {
      ...{ name: 'Cliente de Exemplo', cpfCnpj: STRANGER },
    });
    const reference = `ixc:${ALIAS}:${KNOWN.openInvoice.id}`;
    const row = chargeRow({ ...charge, payerId, reference }, setup.engine.now());
    if (row) await setup.engine.ledger.charges.put(row);
    expect(await name(setup)).toEqual(refused('1', '1'));
  });

  test('only reads, and compares a handful', async () => {
    const setup = await ready();
    const all = Array.from({ length: 30 }, (_, at) => String(Number(NUMBERS[0]) - at));
    for (const number of all) seed(setup, number, STRANGER);
    expect(await name(setup)).toEqual(refused('5', '5'));
    expect(setup.ixc.control.writes()).toEqual([]);
    const asked = setup.asaas.control.requests();
    expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(asked.length).toBeLessThan(10);
    expect(setup.ixc.control.requests().length).toBeLessThan(10);
  });
});

describe('an alias is taken', () => {
  test('where its charges are of the invoices’ own customers', async () => {
    const setup = await ready();
    for (const number of NUMBERS) seed(setup, number, documentOf(setup, number));
    expect(await name(setup)).toMatchObject(TAKEN);
  });

  test('where no such invoice is in the panel', async () => {
    const setup = await ready();
    seed(setup, '987654321', STRANGER);
    expect(await name(setup)).toMatchObject(TAKEN);
  });

  test('where IXC cannot be read, and where Asaas cannot', async () => {
    const setup = await ready();
    for (const number of NUMBERS) seed(setup, number, STRANGER);
    setup.outside.ixc = { ok: true, value: { source: 'hand' } };
    expect(await name(setup)).toMatchObject(TAKEN);
    const other = await ready();
    for (const number of NUMBERS) seed(other, number, STRANGER);
    other.servers.delete('api-sandbox.asaas.com');
    expect(await name(other)).toMatchObject(TAKEN);
  });
});

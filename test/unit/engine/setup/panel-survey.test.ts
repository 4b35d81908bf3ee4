import { describe, expect, test } from 'vitest';
import { chargeRow } from '../../../../lib/ledger/charges.ts';
import type { PanelSurvey } from '../../../../lib/messages/pages.ts';
import { PRODUCTION_KEY } from '../../../emulators/asaas/index.ts';
import { PROVIDER } from '../../../emulators/ixc/index.ts';
import { charge } from '../../../fixtures/charge.ts';
import { newSetup, PANEL, setupWithToken, type TestSetup } from './setup-kit.ts';

const ACCOUNT = 'sandbox:11222333000181';

const survey = async ({ handlers }: TestSetup): Promise<PanelSurvey> => {
  const outcome = await handlers['panel/survey']({ verb: 'panel/survey', origin: PANEL });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
};
const checksOf = async (setup: TestSetup, id: string) =>
  (await survey(setup)).carteiras.find((each) => each.id === id)?.checks;

/** Charges that another computer, or an earlier program, made in the emulated account. */
function seedCharges({ asaas }: TestSetup, ...references: string[]): string[] {
  const { id } = asaas.control.seedCustomer('acc_sandbox', {
    name: 'Cliente de Exemplo',
    cpfCnpj: '11144477735',
  });
  return references.map(
    (externalReference) =>
      asaas.control.seedCharge('acc_sandbox', {
        ...{ customer: id, value: 1000, dueDate: '2026-04-10', externalReference },
      }).id,
  );
}

describe('surveying a panel', () => {
  test('shows filiais, carteiras and contas to choose from, and only reads', async () => {
    const setup = await setupWithToken();
    const { filiais, carteiras, contas, failures } = await survey(setup);
    expect(filiais.map(({ id, document }) => [id, document])).toEqual([
      ['1', PROVIDER.cnpj],
      ['2', PROVIDER.branchCnpj],
    ]);
    expect(carteiras.map(({ id, filialId }) => [id, filialId])).toContainEqual(['2', '2']);
    expect(contas.length).toBeGreaterThan(0);
    expect(failures).toEqual([]);
    expect(setup.ixc.control.writes()).toEqual([]);
    expect(new Set(setup.asaas.control.requests().map(({ method }) => method))).toEqual(
      new Set(['GET']),
    );
  });

  test('shows no secret of IXC’s records', async () => {
    expect(JSON.stringify(await survey(await setupWithToken()))).not.toContain('SEGREDO');
  });

  test('of a panel that nobody knows is refused', async () => {
    const { handlers } = await newSetup();
    expect(await handlers['panel/survey']({ verb: 'panel/survey', origin: PANEL })).toEqual({
      ok: false,
      error: { code: 'panel-unknown' },
    });
  });
});

describe('the red and green list of a carteira', () => {
  const GREEN = {
    ...{ noOtherGateway: true, noPixByGateway: true, noMailOnGeneration: true, hasAccount: true },
    lateTermsWithinLaw: null,
  };

  test('is green where nothing else charges and an account does', async () => {
    expect(await checksOf(await setupWithToken(), '1')).toEqual(GREEN);
  });

  test('tells another gateway, a Pix of its own, and mail on generation', async () => {
    const setup = await setupWithToken();
    expect(await checksOf(setup, '4')).toEqual({ ...GREEN, noOtherGateway: false });
    expect(await checksOf(setup, '5')).toEqual({ ...GREEN, noPixByGateway: false });
    setup.ixc.control.editRecord('fn_carteira_cobranca', '1', {
      envia_email_gerar_financeiro: 'S',
    });
    expect(await checksOf(setup, '1')).toEqual({ ...GREEN, noMailOnGeneration: false });
  });

  test('tells a carteira that no account charges, and one that only a route does', async () => {
    const setup = await setupWithToken();
    await setup.settings.update((settings) => ({
      ...settings,
      panels: settings.panels.map((panel) => ({
        ...{ ...panel, accountId: null },
        routes: [{ filialId: '2', carteiraId: null, accountId: ACCOUNT }],
      })),
    }));
    expect((await checksOf(setup, '1'))?.hasAccount).toBe(false);
    expect((await checksOf(setup, '2'))?.hasAccount).toBe(true);
    // A carteira of every filial needs an account in each.
    setup.ixc.control.editRecord('fn_carteira_cobranca', '2', { filial_id: '' });
    expect((await checksOf(setup, '2'))?.hasAccount).toBe(false);
  });

  test.each([
    [{ finePercent: 2, interestPercentMonth: 1 }, true],
    [{ finePercent: 2, interestPercentMonth: null }, null],
    [{ finePercent: null, interestPercentMonth: null }, null],
  ])('with the terms %j late payers are asked what the law allows: %s', async (late, lawful) => {
    const setup = await setupWithToken();
    await setup.settings.update((settings) => ({
      ...settings,
      sending: { ...settings.sending, terms: { ...settings.sending.terms, ...late } },
    }));
    expect((await checksOf(setup, '1'))?.lateTermsWithinLaw).toBe(lawful);
  });

  test('is red where overdue invoices are charged more than the law allows', async () => {
    const setup = await setupWithToken();
    const rule = { dueInDays: 3, finePercent: 10, interestPercentMonth: 1 };
    const withRule = (accrued: 'ask' | 'waive') =>
      setup.settings.update((settings) => ({
        ...settings,
        sending: { ...settings.sending, overdue: { ...rule, accrued } },
      }));
    await withRule('ask');
    expect((await checksOf(setup, '1'))?.lateTermsWithinLaw).toBe(false);
    await withRule('waive');
    expect((await checksOf(setup, '1'))?.lateTermsWithinLaw).toBeNull();
  });
});

describe('the keys found in the account', () => {
  test('are counted over charges of every status, the most frequent first', async () => {
    const setup = await setupWithToken();
    seedCharges(
      setup,
      'ixc:antigo:1',
      'ixc:antigo:2',
      'ixc:outro:1',
      'pedido-77',
      'ixc:antigo:2:2',
    );
    expect((await survey(setup)).keysFound).toEqual([
      { key: 'antigo', charges: 3 },
      { key: 'outro', charges: 1 },
    ]);
  });

  test('count a charge once that the ledger knows too, and those that only the ledger knows', async () => {
    const setup = await setupWithToken();
    const [id = ''] = seedCharges(setup, 'ixc:antigo:1');
    for (const known of [
      { id, reference: 'ixc:antigo:1' },
      { id: 'pay_velha0000000001', reference: 'ixc:antigo:9' },
    ]) {
      const row = chargeRow({ ...charge, ...known, accountId: ACCOUNT }, 1);
      if (row) await setup.engine.ledger.charges.put(row);
    }
    const foreign = chargeRow(
      { ...charge, id: 'pay_alheia000000001', reference: 'ixc:alheia:1', accountId: 'sandbox:x' },
      1,
    );
    if (foreign) await setup.engine.ledger.charges.put(foreign);
    expect((await survey(setup)).keysFound).toEqual([{ key: 'antigo', charges: 2 }]);
  });

  test('are of the panel’s own accounts only', async () => {
    const setup = await setupWithToken();
    await setup.handlers['account/save']({ verb: 'account/save', key: PRODUCTION_KEY });
    setup.asaas.control.clearRequests();
    await survey(setup);
    expect(setup.asaas.control.requests()).toHaveLength(1);
  });
});

describe('what cannot be read', () => {
  const whats = ({ failures }: PanelSurvey) =>
    failures.map(({ what, failure }) => [what, failure.code]);

  test('is listed, and hides nothing else', async () => {
    const setup = await setupWithToken();
    seedCharges(setup, 'ixc:antigo:1');
    const fault = { kind: 'refused', message: 'Erro de Permissão' } as const;
    setup.ixc.control.addFault({ table: 'filial', fault, times: 0 });
    const seen = await survey(setup);
    expect(whats(seen)).toEqual([['filiais', 'ixc-error']]);
    expect(seen.filiais).toEqual([]);
    expect(seen.carteiras.length).toBeGreaterThan(0);
    expect(seen.contas.length).toBeGreaterThan(0);
    expect(seen.keysFound).toHaveLength(1);
  });

  test('without any source is everything of IXC, and the keys are there', async () => {
    const setup = await setupWithToken();
    seedCharges(setup, 'ixc:antigo:1');
    setup.outside.ixc = { ok: true, value: { source: 'hand' } };
    const seen = await survey(setup);
    expect(whats(seen)).toEqual([
      ['filiais', 'ixc-by-hand'],
      ['carteiras', 'ixc-by-hand'],
      ['contas', 'ixc-by-hand'],
    ]);
    expect(seen.keysFound).toHaveLength(1);
  });

  test('of Asaas leaves the keys that the ledger knows', async () => {
    const setup = await setupWithToken();
    const row = chargeRow({ ...charge, reference: 'ixc:antigo:9', accountId: ACCOUNT }, 1);
    if (row) await setup.engine.ledger.charges.put(row);
    setup.asaas.control.addFault({ fault: { kind: 'status', status: 503 }, times: 0 });
    const seen = await survey(setup);
    expect(whats(seen)).toEqual([['keys', 'asaas-unavailable']]);
    expect(seen.keysFound).toEqual([{ key: 'antigo', charges: 1 }]);
  });

  test('while locked is all of it, and says so', async () => {
    const setup = await setupWithToken();
    await setup.lock();
    expect(whats(await survey(setup))).toEqual([
      ['filiais', 'locked'],
      ['carteiras', 'locked'],
      ['contas', 'locked'],
      ['keys', 'locked'],
    ]);
  });
});

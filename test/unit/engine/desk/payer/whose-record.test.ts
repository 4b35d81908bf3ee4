import { describe, expect, it } from 'vitest';
import { KEY } from '../../../../fixtures/provider.ts';
import { letPass } from '../../workbench.ts';
import { PUT, recordOf, staleDrawer, updatesOf } from './stale-payer.ts';

const OTHER_CPF = '24971563792';

/** A person chose this record, whatever it is, for the sending on screen. */
async function chosen(record: Readonly<Record<string, unknown>>) {
  const at = await staleDrawer(record);
  const choices = { payerId: at.payerId };
  await at.session.handle({ verb: 'preview', choices });
  const shown = await at.until((now) => now.plan?.kind === 'new' && now.planId !== null);
  const confirm = async () => {
    await at.session.handle({ verb: 'confirm', planId: shown.planId ?? '', choices });
    await letPass(at.bench, [at.runner], 3);
  };
  return { ...at, shown, confirm };
}

describe('blanks of a record that a person chose to charge', () => {
  it.each([
    ['another name', { name: 'João Outro da Silva', externalReference: undefined }],
    ['another CPF, as of a number that IXC gave out again', { cpfCnpj: OTHER_CPF }],
    ['the reference of another system', { externalReference: 'LOJA-7' }],
  ])('are not filled by themselves where it has %s', async (_what, record) => {
    const at = await chosen(record);
    await at.confirm();
    expect(at.bench.live()).toMatchObject([{ customer: at.payerId }]);
    expect(at.bench.asaas.requests(PUT)).toEqual([]);
    expect(await updatesOf(at.ports)).toEqual([]);
  });

  it('are filled where it has no reference, and this name and CPF', async () => {
    const at = await chosen({ externalReference: undefined });
    await at.confirm();
    expect(recordOf(at.bench, at.payerId).mobilePhone).toBe('11987654321');
  });
});

describe('what a person has changed on a record', () => {
  it('is not offered on one of another system', async () => {
    const { shown, session, payerId, ports } = await chosen({ externalReference: 'LOJA-7' });
    expect(shown.desk.payer?.differences).toEqual([]);
    const fields = ['email'] as const;
    await session.handle({ verb: 'payer-update', payerId, fields: [...fields], seen: 'any' });
    expect(await updatesOf(ports)).toEqual([]);
  });

  it('takes the CPF too where that is another than IXC’s', async () => {
    const { shown, session, payerId, ports, bench, runner } = await chosen({
      cpfCnpj: OTHER_CPF,
      externalReference: `ixc:${KEY}:c:77`,
    });
    const seen = shown.desk.payer?.seen ?? '';
    await session.handle({ verb: 'payer-update', payerId, fields: ['email'], seen });
    await letPass(bench, [runner], 2);
    expect(await updatesOf(ports)).toMatchObject([{ failure: { code: 'payer-not-ours' } }]);
    expect(bench.asaas.requests(PUT)).toEqual([]);
    const fields = ['document', 'email'] as const;
    await session.handle({ verb: 'payer-update', payerId, fields: [...fields], seen });
    await letPass(bench, [runner], 2);
    expect(recordOf(bench, payerId)).toMatchObject({
      cpfCnpj: bench.ixc.customer.document,
      email: 'maria@cliente.example',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../../lib/billing/result.ts';
import type { AdoptionNames } from '../../../../lib/messages/adoption.ts';
import { existingCharges } from './adoption-kit.ts';

type World = ReturnType<typeof existingCharges>;
type Profile = Awaited<ReturnType<World['browser']>>;

async function compared(arrange: (at: World) => void) {
  const at = existingCharges();
  arrange(at);
  const profile = await at.browser();
  await profile.start();
  await profile.adoption.run();
  return { at, profile };
}

async function namesOf({ handlers, rows }: Profile): Promise<readonly AdoptionNames[]> {
  const chargeIds = (await rows()).map(({ id }) => id);
  const answer = await handlers['adoption/names']({ verb: 'adoption/names', chargeIds });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

describe('who customer and payer of a listed charge are', () => {
  it('is read from both sides when somebody asks, with the CPF masked', async () => {
    const { at, profile } = await compared((world) => {
      world.invoice('7');
      world.charge('7');
    });
    const { razao: name } = at.ixc.customer('7');
    const [names] = await namesOf(profile);
    expect(names?.payer).toMatchObject({ name });
    expect(names?.customers).toMatchObject([
      { id: '7', name, nameDiffers: false, documentDiffers: false },
    ]);
    expect(names?.customers[0]?.document).toMatch(/\*/);
    expect(names?.customers[0]?.document).toBe(names?.payer?.document);
  });

  it('is written nowhere, neither before nor after it was asked for', async () => {
    const { at, profile } = await compared((world) => {
      world.invoice('7');
      world.charge('7');
    });
    const { razao = '', cnpj_cpf: cpf = '' } = at.ixc.customer('7');
    await namesOf(profile);
    const tables = await Promise.all(profile.ledger.tables.map((table) => table.toArray()));
    const kept = JSON.stringify(tables);
    expect(razao).not.toBe('');
    expect(kept).not.toContain(razao);
    expect(kept).not.toContain(cpf.replace(/\D/g, ''));
  });

  it('raises an alarm where the name or the CPF is another', async () => {
    const { at, profile } = await compared((world) => {
      world.invoice('7');
      world.charge('7');
      world.invoice('9');
      world.charge('9');
    });
    at.ixc.editCustomer('7', { razao: 'Outra Pessoa Exemplo' });
    at.ixc.editCustomer('9', { cnpj_cpf: '529.982.247-25' });
    const names = (await namesOf(profile)).map(({ customers }) => customers[0]);
    expect(names.find((one) => one?.id === '7')).toMatchObject({
      name: 'Outra Pessoa Exemplo',
      nameDiffers: true,
      documentDiffers: false,
    });
    expect(names.find((one) => one?.id === '9')).toMatchObject({
      nameDiffers: false,
      documentDiffers: true,
    });
  });

  it('says no more of a charge that no invoice is like than whose payer it has', async () => {
    const { at, profile } = await compared((world) => {
      world.invoice('9');
      world.charge('9');
      world.charge('7', { value: 123 });
    });
    const row = (await profile.rows()).find(({ kind }) => kind === 'unmatched');
    const names = (await namesOf(profile)).find(({ chargeId }) => chargeId === row?.id);
    expect(names).toMatchObject({ customers: [], payer: { name: at.ixc.customer('7').razao } });
  });

  it('names every customer of a charge that several invoices are like', async () => {
    const { at, profile } = await compared((world) => {
      world.invoice('7');
      world.charge('7');
      world.invoice('7');
    });
    at.ixc.editCustomer('7', {});
    const [row] = await profile.rows();
    expect(row).toMatchObject({ kind: 'ambiguous', invoiceIds: { length: 2 } });
    expect((await namesOf(profile))[0]?.customers).toMatchObject([{ id: '7' }]);
  });

  it('is told without the payer where the record is gone', async () => {
    const { at, profile } = await compared((world) => {
      world.invoice('7');
      world.charge('7');
    });
    at.asaas.addFault({
      method: 'GET',
      path: '/v3/customers/*',
      fault: { kind: 'status', status: 404, body: '' },
    });
    const [names] = await namesOf(profile);
    expect(names?.payer).toBeNull();
    expect(names?.customers).toMatchObject([{ nameDiffers: false, documentDiffers: false }]);
  });

  it.each([
    ['the vault is locked', 'locked'],
    ['IXC is read by hand', 'ixc-token-missing'],
  ] as const)('is not told while %s', async (_what, code) => {
    const { profile } = await compared((world) => {
      world.invoice('7');
      world.charge('7');
    });
    const [row] = await profile.rows();
    const { handlers } = profile.again({
      ...(code === 'locked' ? { asaas: () => Promise.resolve(fail({ code })) } : {}),
      ...(code === 'locked' ? {} : { ixc: () => Promise.resolve(ok({ source: 'hand' })) }),
    });
    const chargeIds = [row?.id ?? ''];
    expect(await handlers['adoption/names']({ verb: 'adoption/names', chargeIds })).toMatchObject({
      ok: false,
      error: { code },
    });
  });

  it('leaves out what the list does not have: it is no way to look up any payer', async () => {
    const { at, profile } = await compared((world) => {
      world.invoice('7');
      world.charge('7');
    });
    const before = at.asaas.requests({ path: '/v3/customers/*' }).length;
    const chargeIds = ['pay_alheia'];
    const names = profile.handlers['adoption/names'];
    expect(await names({ verb: 'adoption/names', chargeIds })).toEqual(ok([]));
    expect(at.asaas.requests({ path: '/v3/customers/*' })).toHaveLength(before);
  });
});

import { describe, expect, it } from 'vitest';
import type { EditAsked } from '../../../../../lib/billing/edit/charge-edit.ts';
import { cents } from '../../../../../lib/billing/money.ts';
import { day } from '../../../../fixtures/day.ts';
import { editedCharge } from './edited.ts';

type Edited = Awaited<ReturnType<typeof editedCharge>>;

const DISCOUNT = { kind: 'percent', amount: 94, daysBefore: 0 } as const;

async function refusalsOf(at: Edited, asked: EditAsked): Promise<readonly string[]> {
  const drawer = await at.drawer();
  await drawer.open(asked.dueDate === undefined ? 'terms' : 'date');
  const plan = (await drawer.preview(asked))?.plan;
  return plan?.kind === 'refused' ? plan.refusals.map(({ code }) => code) : [];
}

/** Twelve days late in IXC. */
function makeLate({ bench, charge }: Edited): void {
  bench.ixc.invoice = { ...bench.ixc.invoice, dueDate: day('2026-11-10') };
  bench.asaas.edit(charge.id, { dueDate: '2026-11-10' });
}

describe('what is given away by a change', () => {
  const WAIVED = { dueDate: day('2026-12-20'), accrued: 'waive' } as const;

  it('is waived by the finance role, with a reason', async () => {
    const attendant = await editedCharge('attendant');
    makeLate(attendant);
    expect(await refusalsOf(attendant, { ...WAIVED, reason: 'amigo meu' })).toEqual([
      'needs-finance',
    ]);
    const finance = await editedCharge();
    makeLate(finance);
    expect(await refusalsOf(finance, { ...WAIVED, reason: '' })).toEqual(['needs-reason']);
    expect(await refusalsOf(finance, { ...WAIVED, reason: 'queda de sinal' })).toEqual([]);
  });

  it('is waived by anybody where that is the setting', async () => {
    const at = await editedCharge('attendant');
    makeLate(at);
    at.bench.configure((settings) => {
      const overdue = { ...settings.sending.overdue, accrued: 'waive' as const };
      return { ...settings, sending: { ...settings.sending, overdue } };
    });
    expect(await refusalsOf(at, { ...WAIVED, reason: 'combinado' })).toEqual([]);
  });

  it('is a discount of the finance role, with a reason', async () => {
    const attendant = await editedCharge('attendant');
    expect(await refusalsOf(attendant, { discount: DISCOUNT, reason: '' })).toEqual([
      'needs-finance',
      'needs-reason',
    ]);
    const finance = await editedCharge();
    expect(await refusalsOf(finance, { discount: DISCOUNT, reason: 'acordo' })).toEqual([]);
  });

  it('is nothing where a discount is taken away', async () => {
    const at = await editedCharge('attendant');
    at.bench.asaas.edit(at.charge.id, {
      terms: { fine: null, interest: null, discount: { value: 5, dueDateLimitDays: 0 } },
    } as never);
    expect(await refusalsOf(at, { discount: 'none', reason: '' })).not.toContain('needs-finance');
  });
});

describe('a value that another browser made of what accrued', () => {
  it('is given neither fine nor interest', async () => {
    const at = await editedCharge();
    makeLate(at);
    // 2 % of 99,90 = 2,00; 1 % × 12/30 of 99,90 = 0,40.
    const made = { value: 10_230, dueDate: '2026-11-30', description: 'Mensalidade #2345C' };
    at.bench.asaas.edit(at.charge.id, made);
    const asked = { finePercent: 2, interestPercentMonth: 1, reason: '' };
    expect(await refusalsOf(at, asked)).toContain('contains-accrued');
  });

  it('is not presumed of a charge that a receipt in part has left behind', async () => {
    const at = await editedCharge();
    makeLate(at);
    at.receivePart();
    expect(await refusalsOf(at, { finePercent: 1, reason: '' })).toEqual([]);
  });
});

describe('a new date for an invoice of which part was received', () => {
  it('asks for what is left', async () => {
    const at = await editedCharge();
    at.receivePart();
    await at.askAndRun({ dueDate: day('2026-12-20'), reason: 'o resto no dia 20' });
    expect(at.bench.live()).toMatchObject([{ dueDate: '2026-12-20', value: 5990 }]);
    expect((await at.newest())?.edit.value).toEqual({ from: cents(9990), to: cents(5990) });
  });
});

describe('the words of a change', () => {
  it('hold nobody’s CPF, since they are kept for long', async () => {
    const at = await editedCharge();
    const DATE = { dueDate: day('2026-12-20') };
    expect(await refusalsOf(at, { ...DATE, reason: 'cpf 529.982.247-25 pediu' })).toEqual([
      'document-in-text',
    ]);
    expect(await refusalsOf(at, { description: 'Plano 52998224725', reason: '' })).toEqual([
      'document-in-text',
    ]);
    expect(await refusalsOf(at, { ...DATE, reason: 'ligou de 11 98765-4321' })).toEqual([]);
  });

  it('give a charge no attempt code of another one', async () => {
    const at = await editedCharge();
    at.bench.asaas.edit(at.charge.id, { description: 'Feita à mão' });
    await at.askAndRun({ description: 'Mensalidade #2345C', reason: '' });
    expect(at.bench.live()).toMatchObject([{ description: 'Mensalidade' }]);
  });

  it('name a card as the method', async () => {
    const at = await editedCharge();
    await at.askAndRun({ billingType: 'CREDIT_CARD', reason: '' });
    expect(at.bench.live()).toMatchObject([{ billingType: 'CREDIT_CARD' }]);
  });
});

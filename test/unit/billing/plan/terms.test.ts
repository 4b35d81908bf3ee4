import { describe, expect, it } from 'vitest';
import { INHERITED_TERMS } from '../../../../lib/billing/added-terms.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { planSend } from '../../../../lib/billing/send-plan.ts';
import type { SendChoices, SendFacts } from '../../../../lib/billing/send-plan.types.ts';
import { day } from '../../../fixtures/day.ts';
import { invoice } from '../../../fixtures/invoice.ts';
import { asFinance, facts, overdueFacts } from './facts.ts';

const choosing = (base: SendFacts, choices: SendChoices): SendFacts => ({ ...base, choices });
const ruling = (accrued: SendFacts['rules']['overdue']['accrued']): SendFacts => ({
  ...overdueFacts,
  rules: { ...facts.rules, overdue: { ...facts.rules.overdue, accrued } },
});

describe('a new charge for an invoice that is not overdue', () => {
  it('asks for the open balance on the invoice’s own day', () => {
    expect(planSend(facts)).toEqual({
      kind: 'new',
      draft: {
        accountId: 'sandbox:11222333000181',
        environment: 'sandbox',
        reference: 'ixc:11222333000181:4711',
        billingType: 'UNDEFINED',
        value: 10_000,
        dueDate: '2026-11-22',
        description: 'Título 4711 · vencimento 22/11/2026 · documento 72006',
        containsAccrued: false,
        terms: INHERITED_TERMS,
      },
      payer: { kind: 'known', payer: facts.payersByReference[0] },
      accrued: null,
      replaces: [],
      warnings: [],
    });
  });

  it('asks for what is left of a partly received one', () => {
    const partial = { ...invoice, status: 'partial' as const, open: cents(4_000) };
    expect(planSend({ ...facts, invoice: partial })).toMatchObject({ draft: { value: 4_000 } });
  });

  it('is not overdue on its own day', () => {
    const plan = planSend({ ...facts, today: day('2026-11-22') });
    expect(plan).toMatchObject({ kind: 'new', accrued: null, draft: { dueDate: '2026-11-22' } });
  });

  it('takes the operator’s method and date, and says that the date is another', () => {
    const choices = { billingType: 'PIX', dueDate: day('2026-11-30') } as const;
    expect(planSend(choosing(facts, choices))).toMatchObject({
      kind: 'new',
      draft: { billingType: 'PIX', dueDate: '2026-11-30' },
      warnings: [{ code: 'due-date-changed', params: { from: '22/11/2026', to: '30/11/2026' } }],
    });
  });

  it('is refused a date in the past', () => {
    expect(planSend(choosing(facts, { dueDate: day('2026-11-09') }))).toMatchObject({
      kind: 'blocked',
      reasons: [{ code: 'overdue-needs-choice' }],
      overdue: { proposedDueDate: '2026-11-22', accrued: { total: 0 } },
    });
  });

  it('says nothing about the person in its description', () => {
    const plan = planSend({ ...facts, invoice: { ...invoice, document: null } });
    expect(plan).toMatchObject({
      draft: { description: 'Título 4711 · vencimento 22/11/2026' },
    });
  });
});

describe('an overdue invoice', () => {
  it('waits for a choice, and proposes one', () => {
    expect(planSend(overdueFacts)).toEqual({
      kind: 'blocked',
      reasons: [
        {
          code: 'overdue-needs-choice',
          params: { dueDate: '22/11/2026', accrued: 'R$ 2,33' },
        },
      ],
      overdue: {
        proposedDueDate: '2026-12-05',
        accrued: { daysLate: 10, fine: 200, interest: 33, total: 233 },
      },
    });
  });

  it('is charged until today once, and never inherits fine and interest on top', () => {
    expect(planSend(choosing(overdueFacts, { accrued: 'charge-until-today' }))).toMatchObject({
      kind: 'new',
      draft: { value: 10_233, dueDate: '2026-12-05', containsAccrued: true },
      accrued: { total: 233 },
      warnings: [{ code: 'due-date-changed' }],
    });
  });

  it('is waived by the finance role with a reason, and says how much', () => {
    const choices = { accrued: 'waive', waiveReason: 'acordo por telefone' } as const;
    expect(planSend(choosing(asFinance(overdueFacts), choices))).toMatchObject({
      kind: 'new',
      draft: { value: 10_000, containsAccrued: false },
      warnings: [
        { code: 'due-date-changed' },
        { code: 'accrued-waived', params: { accrued: 'R$ 2,33' } },
      ],
    });
  });

  it('is not waived by anybody else, unless the setting waives it', () => {
    const choices = { accrued: 'waive', waiveReason: 'amigo meu' } as const;
    for (const base of [overdueFacts, ruling('charge-until-today')]) {
      expect(planSend(choosing(base, choices))).toMatchObject({
        kind: 'blocked',
        reasons: [{ code: 'waive-needs-finance', params: { accrued: 'R$ 2,33' } }],
        overdue: { accrued: { total: 233 } },
      });
    }
    expect(planSend(choosing(ruling('waive'), choices))).toMatchObject({ kind: 'new' });
  });

  it.each([undefined, '', '   '])('is not waived with the reason %j', (waiveReason) => {
    for (const base of [overdueFacts, ruling('waive'), ruling('charge-until-today')]) {
      expect(planSend(choosing(asFinance(base), { accrued: 'waive', waiveReason }))).toMatchObject({
        kind: 'blocked',
        reasons: [{ code: 'overdue-needs-choice' }],
      });
    }
  });

  it('follows the setting when it was not asked', () => {
    expect(planSend(ruling('waive'))).toMatchObject({ kind: 'new', draft: { value: 10_000 } });
    expect(planSend(ruling('charge-until-today'))).toMatchObject({
      kind: 'new',
      draft: { value: 10_233, containsAccrued: true },
    });
  });

  it('lets the operator overrule the setting', () => {
    const choices = { accrued: 'charge-until-today' } as const;
    expect(planSend(choosing(ruling('waive'), choices))).toMatchObject({
      draft: { value: 10_233 },
    });
  });

  it('takes a chosen date from today on, and none before', () => {
    const on = (dueDate: string) => planSend(choosing(ruling('waive'), { dueDate: day(dueDate) }));
    expect(on('2026-12-02')).toMatchObject({ kind: 'new', draft: { dueDate: '2026-12-02' } });
    expect(on('2026-12-01')).toMatchObject({
      kind: 'blocked',
      overdue: { proposedDueDate: '2026-12-05' },
    });
  });

  it('keeps the invoice’s own day in the description', () => {
    expect(planSend(ruling('waive'))).toMatchObject({
      draft: { description: 'Título 4711 · vencimento 22/11/2026 · documento 72006' },
    });
  });

  it('is judged by its highest value while nobody chose', () => {
    const small = (open: number) => ({ ...invoice, open: cents(open), value: cents(open) });
    const reasons = (open: number) => {
      const plan = planSend({ ...overdueFacts, invoice: small(open) });
      return plan.kind === 'blocked' ? plan.reasons.map(({ code }) => code) : [];
    };
    expect(reasons(400)).toEqual(['below-minimum', 'overdue-needs-choice']);
    // R$ 4,95 and 11 cents accrued.
    expect(reasons(495)).toEqual(['overdue-needs-choice']);
  });
});

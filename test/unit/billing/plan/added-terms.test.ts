import { describe, expect, it } from 'vitest';
import { type AddedTerms, INHERITED_TERMS } from '../../../../lib/billing/added-terms.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { planSend } from '../../../../lib/billing/send-plan.ts';
import type { SendChoices, SendFacts } from '../../../../lib/billing/send-plan.types.ts';
import { day } from '../../../fixtures/day.ts';
import { invoice } from '../../../fixtures/invoice.ts';
import { asFinance, facts, overdueFacts } from './facts.ts';

const withTerms = (terms: Partial<AddedTerms>, base: SendFacts = facts): SendFacts => ({
  ...base,
  rules: { ...base.rules, terms: { ...INHERITED_TERMS, ...terms } },
});
const choosing = (base: SendFacts, choices: SendChoices): SendFacts => ({ ...base, choices });

const LATE = { finePercent: 2, interestPercentMonth: 1 };
const EARLY = { discount: { kind: 'percent', amount: 5, daysBefore: 2 } } as const;

describe('the added terms of a new charge', () => {
  it('are none of its own unless the settings have some', () => {
    expect(planSend(facts)).toMatchObject({ draft: { terms: INHERITED_TERMS } });
    const terms = { ...LATE, ...EARLY, registrationDays: 30 };
    expect(planSend(withTerms(terms))).toMatchObject({ draft: { terms }, warnings: [] });
  });

  it('are zero, and no discount, on a value that contains what accrued', () => {
    const plan = planSend(
      choosing(withTerms({ ...LATE, ...EARLY }, overdueFacts), { accrued: 'charge-until-today' }),
    );
    expect(plan).toMatchObject({
      draft: {
        containsAccrued: true,
        terms: { finePercent: 0, interestPercentMonth: 0, discount: null },
      },
    });
  });

  it('are the usual ones on a value from which what accrued was waived', () => {
    const choices = { accrued: 'waive', waiveReason: 'acordo' } as const;
    expect(planSend(choosing(asFinance(withTerms(LATE, overdueFacts)), choices))).toMatchObject({
      draft: { containsAccrued: false, terms: LATE },
    });
  });

  it.each(['waive', 'charge-until-today'] as const)(
    'are without the discount for paying early once the invoice is overdue: %s',
    (accrued) => {
      const late = asFinance(withTerms({ ...LATE, ...EARLY }, overdueFacts));
      const bySetting = {
        ...late,
        rules: { ...late.rules, overdue: { ...late.rules.overdue, accrued } },
      };
      const chosen = choosing(late, { accrued, waiveReason: 'acordo' });
      for (const base of [bySetting, chosen])
        expect(planSend(base)).toMatchObject({ kind: 'new', draft: { terms: { discount: null } } });
    },
  );

  it.each([
    ['BOLETO', 5],
    ['UNDEFINED', 5],
    ['PIX', null],
  ] as const)('have days of registration for %s: %j', (billingType, registrationDays) => {
    expect(planSend(choosing(withTerms({ registrationDays: 5 }), { billingType }))).toMatchObject({
      draft: { billingType, terms: { registrationDays } },
    });
  });

  it('are refused where the discount leaves less than Asaas takes', () => {
    const charging = (open: number, discount: AddedTerms['discount']) =>
      planSend({
        ...withTerms({ discount }),
        invoice: { ...invoice, open: cents(open), value: cents(open) },
      });
    const fixed = { kind: 'fixed', amount: 100, daysBefore: 0 } as const;
    expect(charging(600, fixed)).toMatchObject({ kind: 'new' });
    expect(charging(599, fixed)).toMatchObject({
      kind: 'blocked',
      reasons: [{ code: 'below-minimum', params: { value: 'R$ 4,99', minimum: 'R$ 5,00' } }],
    });
    // 10 % of 5,55 is 0,555: taken as 0,56, which leaves 4,99.
    const tenth = { kind: 'percent', amount: 10, daysBefore: 0 } as const;
    expect(charging(555, tenth)).toMatchObject({ reasons: [{ code: 'below-minimum' }] });
    expect(charging(556, tenth)).toMatchObject({ kind: 'new' });
  });
});

describe('the conditional discount of IXC', () => {
  const promising = (value: number, until: string, base: SendFacts = facts): SendFacts => ({
    ...base,
    invoice: { ...invoice, conditionalDiscount: { value: cents(value), until: day(until) } },
  });
  const giving = { giveDiscount: true };

  it('is left out, and said to be, until the operator gives it', () => {
    expect(planSend(promising(550, '2026-11-20'))).toMatchObject({
      draft: { terms: INHERITED_TERMS },
      warnings: [
        {
          code: 'conditional-discount-left-out',
          params: { value: 'R$ 5,50', until: '20/11/2026', mayGive: 'yes' },
        },
      ],
    });
  });

  it('is given in cents, until its own day, in place of the one of the settings', () => {
    const plan = planSend(choosing(withTerms(EARLY, promising(550, '2026-11-20')), giving));
    expect(plan).toMatchObject({
      draft: { value: 10_000, terms: { discount: { kind: 'fixed', amount: 550, daysBefore: 2 } } },
      warnings: [
        { code: 'conditional-discount-given', params: { value: 'R$ 5,50', until: '20/11/2026' } },
      ],
    });
  });

  it('counts its days from the charge’s own due date, also another one', () => {
    const daysBefore = (until: string, dueDate: string) => {
      const plan = planSend(choosing(promising(550, until), { ...giving, dueDate: day(dueDate) }));
      return plan.kind === 'new' ? plan.draft.terms.discount?.daysBefore : plan.kind;
    };
    expect(daysBefore('2026-11-20', '2026-12-01')).toBe(11);
    expect(daysBefore('2026-11-22', '2026-11-22')).toBe(0);
    // No discount after the due date: IXC's later day is cut to it.
    expect(daysBefore('2026-11-30', '2026-11-22')).toBe(0);
  });

  it.each([
    ['it is over', promising(550, '2026-11-09')],
    ['less than R$ 5,00 would be left', promising(9_501, '2026-11-20')],
    [
      'the value contains what accrued',
      choosing(promising(550, '2026-12-20', overdueFacts), { accrued: 'charge-until-today' }),
    ],
  ])('is not given when %s, and said to be left out', (_why, base) => {
    const plan = planSend(choosing(base, { ...base.choices, ...giving }));
    expect(plan).toMatchObject({ kind: 'new', draft: { terms: { discount: null } } });
    expect(plan.kind === 'new' ? plan.warnings : []).toContainEqual(
      expect.objectContaining({
        code: 'conditional-discount-left-out',
        params: expect.objectContaining({ mayGive: 'no' }) as object,
      }),
    );
  });

  it('is given down to exactly R$ 5,00, and on its last day', () => {
    expect(planSend(choosing(promising(9_500, '2026-11-10'), giving))).toMatchObject({
      draft: { terms: { discount: { amount: 9_500, daysBefore: 12 } } },
    });
  });

  it('of nothing is none', () => {
    expect(planSend(promising(0, '2026-11-20'))).toMatchObject({ kind: 'new', warnings: [] });
  });
});

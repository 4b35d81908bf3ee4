import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../lib/billing/calendar.ts';
import type { EditedCharge, EditPlan } from '../../../../lib/billing/edit/charge-edit.ts';
import { planEdit } from '../../../../lib/billing/edit/plan-edit.ts';
import { cents } from '../../../../lib/billing/money.ts';
import type { AccruedChoice, SendFacts } from '../../../../lib/billing/send-plan.types.ts';
import { charge } from '../../../fixtures/charge.ts';
import { day } from '../../../fixtures/day.ts';
import { facts } from '../plan/facts.ts';

const NO_TERMS: EditedCharge['terms'] = {
  fine: { kind: 'percent', amount: 0 },
  interestPercentMonth: 0,
  discount: null,
};

interface Row {
  readonly what: string;
  readonly open: number;
  readonly due: string;
  readonly today: string;
  readonly fine?: number;
  readonly month?: number;
  /** Cents of the charge, by hand: what was open, its fine and its interest, each rounded on its own. */
  readonly untilToday: number;
}

const TABLE: readonly Row[] = [
  {
    // Ten days: 2,00 + 0,33.
    what: 'ten days',
    open: 10_000,
    due: '2026-11-22',
    today: '2026-12-02',
    untilToday: 10_233,
  },
  {
    // 2 % of 99,90 = 1,998 → 2,00; 1 % × 4/30 of 99,90 = 0,1332 → 0,13.
    what: 'four days of 99,90',
    open: 9_990,
    due: '2026-12-10',
    today: '2026-12-14',
    untilToday: 10_203,
  },
  {
    // 2 % of 6,25 = 0,125: half a cent goes up to 0,13; 1 % × 30/30 of 6,25 = 0,0625 → 0,06.
    what: 'a fine of exactly half a cent',
    open: 625,
    due: '2026-10-23',
    today: '2026-11-22',
    untilToday: 644,
  },
  {
    // 2 % of 6,24 = 0,1248 → 0,12; 0,0624 → 0,06.
    what: 'a fine of just under half a cent',
    open: 624,
    due: '2026-10-23',
    today: '2026-11-22',
    untilToday: 642,
  },
  {
    // 2 % of 10,50 = 0,21; 1 % × 10/30 of 10,50 = 0,035: half a cent goes up to 0,04.
    what: 'interest of exactly half a cent',
    open: 1_050,
    due: '2026-11-12',
    today: '2026-11-22',
    untilToday: 1_075,
  },
  {
    // 1,5 % of 250,10 = 3,7515 → 3,75; 0,5 % × 45/30 of 250,10 = 1,87575 → 1,88.
    what: 'broken percentages',
    open: 25_010,
    due: '2026-10-08',
    today: '2026-11-22',
    fine: 1.5,
    month: 0.5,
    untilToday: 25_573,
  },
];

function at({ open, due, today, fine = 2, month = 1 }: Omit<Row, 'what' | 'untilToday'>) {
  const late = { ...charge, value: cents(open), dueDate: day(due), status: 'OVERDUE' };
  const overdue = { ...facts.rules.overdue, finePercent: fine, interestPercentMonth: month };
  const own: SendFacts = {
    ...facts,
    today: day(today),
    invoice: { ...facts.invoice, open: cents(open), value: cents(open), dueDate: day(due) },
    referenced: [late],
    rules: { ...facts.rules, overdue, mayOverride: true },
  };
  const edited: EditedCharge = { charge: late, terms: NO_TERMS };
  const ask = (accrued: AccruedChoice, within = own, on = edited): EditPlan => {
    const dueDate = addDays(own.today, 5);
    return planEdit(within, on, { dueDate, accrued, reason: 'combinado' });
  };
  return { own, edited, ask };
}

/** Cents of the charge after the change. */
function valueAfter(plan: EditPlan, before: number): number {
  if (plan.kind !== 'edit') throw new Error(JSON.stringify(plan));
  return plan.edit.value?.to ?? before;
}

describe('a new date for an overdue invoice, against what was computed by hand', () => {
  it.each(TABLE)('charges until today: $what', (row) => {
    expect(valueAfter(at(row).ask('charge-until-today'), row.open)).toBe(row.untilToday);
  });

  it.each(TABLE)('waives all of it: $what', (row) => {
    expect(valueAfter(at(row).ask('waive'), row.open)).toBe(row.open);
  });
});

describe('a new date', () => {
  const rows = fc.record({
    open: fc.integer({ min: 500, max: 5_000_000 }),
    late: fc.integer({ min: 5, max: 400 }),
    fine: fc.constantFrom(0.5, 1, 2),
    month: fc.constantFrom(0.033, 0.5, 1),
  });
  const of = ({
    open,
    late,
    fine,
    month,
  }: {
    open: number;
    late: number;
    fine: number;
    month: number;
  }) => at({ open, due: addDays(day('2026-11-22'), -late), today: '2026-11-22', fine, month });

  it('never adds what accrued to what a charge contains already', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const { own, edited, ask } = of(row);
        const first = valueAfter(ask('charge-until-today'), row.open);
        const grown = { ...edited.charge, value: cents(first) };
        const again = {
          ...own,
          referenced: [grown],
          madeWithAccrued: new Map([[grown.id, true]]),
        };
        const second = ask('charge-until-today', again, { ...edited, charge: grown });
        expect(valueAfter(second, first)).toBe(first);
      }),
    );
  });

  it('never takes more than the law allows, nor less than the balance', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const value = valueAfter(of(row).ask('charge-until-today'), row.open);
        const most = row.open * (1 + 0.02 + (0.01 * row.late) / 30) + 1;
        expect(value).toBeGreaterThanOrEqual(row.open);
        expect(value).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('gives a value that contains what accrued neither fine nor interest', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const { own, edited, ask } = of(row);
        const terms = { ...NO_TERMS, fine: { kind: 'percent' as const, amount: 2 } };
        const plan = ask('charge-until-today', own, { ...edited, terms });
        expect(plan).toMatchObject({ edit: { containsAccrued: true, finePercent: { to: 0 } } });
      }),
    );
  });

  it.each([
    ['yesterday', '2026-11-21', 'past-date'],
    ['in more than a year', '2027-11-23', 'too-far'],
  ] as const)('is refused when it is %s', (_what, dueDate, code) => {
    const { own, edited } = at({ open: 10_000, due: '2026-12-10', today: '2026-11-22' });
    const plan = planEdit(own, edited, { dueDate: day(dueDate), reason: 'combinado' });
    expect(plan).toMatchObject({ kind: 'refused', refusals: [{ code }] });
  });
});

describe('terms', () => {
  it.each([
    ['a fine above 2 %', { finePercent: 2.01 }, 'fine-too-high'],
    ['interest above 1 % a month', { interestPercentMonth: 1.01 }, 'interest-too-high'],
    [
      'a discount that leaves less than R$ 5,00',
      { discount: { kind: 'fixed', amount: 9_600, daysBefore: 0 } },
      'below-minimum',
    ],
    ['no description', { description: '  ' }, 'bad-description'],
  ] as const)('are refused with %s', (_what, asked, code) => {
    const { own, edited } = at({ open: 10_000, due: '2026-12-10', today: '2026-11-22' });
    const plan = planEdit(own, edited, { ...asked, reason: '' });
    expect(plan).toMatchObject({ kind: 'refused' });
    expect(plan.kind === 'refused' ? plan.refusals.map((one) => one.code) : []).toContain(code);
  });
});

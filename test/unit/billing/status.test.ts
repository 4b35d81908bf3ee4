import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KNOWN_STATUSES } from '../../../lib/billing/charge-status.ts';
import {
  classifyCharge,
  isEditable,
  livenessOf,
  mayBeClearing,
} from '../../../lib/billing/status.ts';
import { charge } from '../../fixtures/charge.ts';
import { day } from '../../fixtures/day.ts';

const TODAY = day('2026-11-10');
const DUE = day('2026-11-13');
const PAID_ON = day('2026-11-09');

/** Every status of facts and definition, with what it must be taken for. */
const TABLE = [
  ['PENDING', 'open', 'live'],
  ['OVERDUE', 'overdue', 'live'],
  ['CONFIRMED', 'confirmed', 'settling'],
  ['RECEIVED', 'paid', 'paid'],
  ['RECEIVED_IN_CASH', 'paid-manual', 'paid'],
  ['REFUND_REQUESTED', 'reversing', 'contested'],
  ['REFUND_IN_PROGRESS', 'reversing', 'contested'],
  ['REFUNDED', 'refunded', 'refunded'],
  ['CHARGEBACK_REQUESTED', 'contested', 'contested'],
  ['CHARGEBACK_DISPUTE', 'contested', 'contested'],
  ['AWAITING_CHARGEBACK_REVERSAL', 'contested', 'contested'],
  ['DUNNING_REQUESTED', 'overdue', 'live'],
  ['DUNNING_RECEIVED', 'paid', 'paid'],
  ['AWAITING_RISK_ANALYSIS', 'open', 'settling'],
  ['AUTHORIZED', 'open', 'settling'],
] as const;

const UNPAID = ['PENDING', 'OVERDUE', 'DUNNING_REQUESTED'];
const group = (change: Partial<typeof charge>, today = TODAY) =>
  classifyCharge({ ...charge, dueDate: DUE, ...change }, today);

describe('the group of a charge', () => {
  it.each(TABLE)('%s is %s', (status, expected) => {
    expect(group({ status })).toBe(expected);
  });

  it('has a row here for every status that the code knows', () => {
    expect([...KNOWN_STATUSES].sort()).toEqual(TABLE.map(([status]) => status).sort());
  });

  it('is unknown, and never paid, for every other word', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (status, deleted) => {
        fc.pre(!KNOWN_STATUSES.includes(status));
        expect(group({ status, deleted })).toBe('unknown');
        expect(group({ status, deleted, paymentDate: PAID_ON })).toBe('unknown');
        expect(livenessOf({ ...charge, status, deleted })).toBe('unknown');
      }),
    );
    for (const status of ['constructor', '__proto__', 'toString', 'received', ' RECEIVED']) {
      expect(group({ status })).toBe('unknown');
    }
  });
});

describe('a deleted charge', () => {
  it.each(UNPAID)('that was only %s is deleted, whatever its status says', (status) => {
    expect(group({ status, deleted: true })).toBe('deleted');
    expect(livenessOf({ ...charge, status, deleted: true })).toBe('deleted');
  });

  it.each(TABLE.map(([status]) => status).filter((status) => !UNPAID.includes(status)))(
    'that was %s is not hidden',
    (status) => {
      expect(group({ status, deleted: true })).toBe('unknown');
      expect(livenessOf({ ...charge, status, deleted: true })).toBe('unknown');
    },
  );

  it('with a payment date is not hidden either', () => {
    expect(group({ deleted: true, paymentDate: PAID_ON })).toBe('unknown');
    expect(livenessOf({ ...charge, deleted: true, paymentDate: PAID_ON })).toBe('unknown');
  });
});

describe('an unpaid charge past its day', () => {
  it('is overdue, though Asaas may not have said so yet', () => {
    const pending = { status: 'PENDING', billingType: 'PIX' };
    expect(group(pending, day('2026-11-14'))).toBe('overdue');
    expect(group(pending, DUE)).toBe('open');
  });

  it('stays overdue when Asaas says so before its day', () => {
    expect(group({ status: 'OVERDUE' }, TODAY)).toBe('overdue');
  });
});

describe('a boleto around its due day', () => {
  // 2026-11-11 is a Wednesday, 13 a Friday, 14 a Saturday, 15 a Sunday.
  it.each([
    ['2026-11-11', '2026-11-10', 'open'],
    ['2026-11-11', '2026-11-11', 'clearing'],
    ['2026-11-11', '2026-11-12', 'clearing'],
    ['2026-11-11', '2026-11-13', 'overdue'],
    ['2026-11-13', '2026-11-15', 'clearing'],
    ['2026-11-13', '2026-11-16', 'clearing'],
    ['2026-11-13', '2026-11-17', 'overdue'],
    // Due on a weekend: may be paid on Monday, and shows up on Tuesday.
    ['2026-11-14', '2026-11-13', 'open'],
    ['2026-11-14', '2026-11-17', 'clearing'],
    ['2026-11-15', '2026-11-17', 'clearing'],
    ['2026-11-15', '2026-11-18', 'overdue'],
    // Friday 20 is Consciência Negra: may be paid on Monday 23.
    ['2026-11-20', '2026-11-24', 'clearing'],
    ['2026-11-20', '2026-11-25', 'overdue'],
    // Paid on Thursday, it shows up after the holiday and the weekend.
    ['2026-11-19', '2026-11-23', 'clearing'],
    ['2026-11-19', '2026-11-24', 'overdue'],
    // Banks close their books on 31 December, and 1 January is a Friday.
    ['2026-12-31', '2027-01-05', 'clearing'],
    ['2026-12-31', '2027-01-06', 'overdue'],
  ])('due %s is on %s %s', (due, today, expected) => {
    for (const status of ['PENDING', 'OVERDUE']) {
      const isTooEarly = expected === 'open' && status === 'OVERDUE';
      const change = { status, billingType: 'BOLETO', dueDate: day(due) };
      expect(group(change, day(today))).toBe(isTooEarly ? 'overdue' : expected);
    }
  });

  it('is what a Pix is not', () => {
    expect(group({ billingType: 'PIX' }, DUE)).toBe('open');
    expect(group({ billingType: 'PIX', status: 'OVERDUE' }, day('2026-11-14'))).toBe('overdue');
  });

  it('may be on its way too where the payer chooses how to pay, and is shown so once its day is over', () => {
    const undefinedDue = { ...charge, billingType: 'UNDEFINED', dueDate: DUE };
    expect(mayBeClearing(undefinedDue, DUE)).toBe(true);
    expect(classifyCharge(undefinedDue, DUE)).toBe('open');
    expect(classifyCharge(undefinedDue, day('2026-11-16'))).toBe('clearing');
    expect(classifyCharge(undefinedDue, day('2026-11-17'))).toBe('overdue');
    expect(mayBeClearing({ ...undefinedDue, billingType: 'PIX' }, DUE)).toBe(false);
  });

  it('hides nothing that Asaas knows better', () => {
    expect(group({ billingType: 'BOLETO', status: 'RECEIVED' }, DUE)).toBe('paid');
    expect(group({ billingType: 'BOLETO', status: 'CONFIRMED' }, DUE)).toBe('confirmed');
    expect(group({ billingType: 'BOLETO', deleted: true }, DUE)).toBe('deleted');
  });
});

describe('what a charge means for charging again', () => {
  it.each(TABLE)('%s, shown as %s, is %s', (status, _group, liveness) => {
    expect(livenessOf({ ...charge, status })).toBe(liveness);
  });

  it('only lets PENDING and OVERDUE be changed, and nothing deleted', () => {
    const editable = TABLE.map(([status]) => status).filter((status) =>
      isEditable({ status, deleted: false }),
    );
    expect(editable).toEqual(['PENDING', 'OVERDUE']);
    expect(isEditable({ status: 'PENDING', deleted: true })).toBe(false);
    expect(isEditable({ status: 'NOVO', deleted: false })).toBe(false);
  });
});

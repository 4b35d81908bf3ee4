import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../../lib/billing/invoice.ts';
import { payerDifferences } from '../../../../lib/billing/payer/differences.ts';
import { areAsSeen, seenMark, seenMarks } from '../../../../lib/billing/payer/seen-marks.ts';
import { payer as bare } from '../../../fixtures/charge.ts';
import { contact, customer } from '../../../fixtures/customer.ts';

const SECRET = '5a'.repeat(32);
const between = (ixc: Partial<Contact>, asaas: Partial<Contact>) =>
  payerDifferences({ ...customer, ...ixc }, { ...bare, contact: { ...contact, ...asaas } });
const emails = (ixc: string, asaas: string) => between({ email: ixc }, { email: asaas });

describe('the marks of what a person chose between', () => {
  const seen = seenMarks(emails('a@x.example', 'b@x.example'), ['email'], SECRET);
  const isAsSeen = (differences: ReturnType<typeof emails>) =>
    areAsSeen(differences, ['email'], seen, SECRET);

  it('fit the very values that were seen, and no others on either side', () => {
    expect(isAsSeen(emails('a@x.example', 'b@x.example'))).toBe(true);
    expect(isAsSeen(emails('c@x.example', 'b@x.example'))).toBe(false);
    expect(isAsSeen(emails('a@x.example', 'c@x.example'))).toBe(false);
  });

  it('fit a field that agrees by now', () => {
    expect(isAsSeen(emails('a@x.example', 'a@x.example'))).toBe(true);
  });

  it('do not fit a chosen field that did not differ then', () => {
    expect(areAsSeen(emails('a@x.example', 'b@x.example'), ['email'], {}, SECRET)).toBe(false);
  });

  it('are of no use without the key', () => {
    const other = seenMarks(emails('a@x.example', 'b@x.example'), ['email'], 'c3'.repeat(32));
    expect(other).not.toEqual(seen);
    expect(seenMark(emails('a@x.example', 'b@x.example'), SECRET)).not.toBe(
      seenMark(emails('a@x.example', 'b@x.example'), 'c3'.repeat(32)),
    );
  });

  it('leave out what is filled without a choice', () => {
    const differences = between({ mobilePhone: '11987654321' }, { mobilePhone: null, phone: null });
    expect(seenMarks(differences, ['mobilePhone'], SECRET)).toEqual({});
  });
});

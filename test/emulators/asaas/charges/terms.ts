import { daysBetween } from '../../http/sao-paulo.ts';
import { toCents } from '../reais.ts';
import type { Body } from '../request-body.ts';

type AmountType = 'FIXED' | 'PERCENTAGE';

/** Values are reais for FIXED, percent for PERCENTAGE; interest is percent a month. */
export interface Terms {
  readonly discount: {
    readonly value: number;
    readonly dueDateLimitDays: number;
    readonly type: AmountType;
  };
  readonly fine: { readonly value: number; readonly type: AmountType };
  readonly interest: { readonly value: number };
}

export const NO_TERMS: Terms = {
  discount: { value: 0, dueDateLimitDays: 0, type: 'FIXED' },
  fine: { value: 0, type: 'FIXED' },
  interest: { value: 0 },
};

/**
 * The terms that a request body asks for. What it leaves out is inherited from `base`; null or an
 * empty object replaces it with nothing, which is how a careless client loses the account's own fine.
 */
export function readTerms(body: Body, base: Terms): Terms {
  return {
    discount: read(body['discount'], base.discount, (sent) => ({
      value: number(sent['value']),
      dueDateLimitDays: number(sent['dueDateLimitDays']),
      type: amountType(sent['type'], 'FIXED'),
    })),
    fine: read(body['fine'], base.fine, (sent) => ({
      value: number(sent['value']),
      type: amountType(sent['type'], number(sent['value']) === 0 ? 'FIXED' : 'PERCENTAGE'),
    })),
    interest: read(body['interest'], base.interest, (sent) => ({ value: number(sent['value']) })),
  };
}

/** Cents that the discount takes off `value` while it applies. */
export function discountOf(terms: Terms, value: number): number {
  return amount(terms.discount.type, terms.discount.value, value);
}

/** What a payer owes on a day: the discount before its limit, fine and interest after the due date. */
export function amountDue(
  terms: Terms,
  { value, dueDate, on }: { value: number; dueDate: string; on: string },
): { readonly total: number; readonly fineAndInterest: number } {
  const late = daysBetween(dueDate, on);
  if (late <= 0) {
    const inTime = late <= -terms.discount.dueDateLimitDays;
    return { total: inTime ? value - discountOf(terms, value) : value, fineAndInterest: 0 };
  }
  const fine = amount(terms.fine.type, terms.fine.value, value);
  const interest = Math.round((value * terms.interest.value * late) / (100 * 30));
  return { total: value + fine + interest, fineAndInterest: fine + interest };
}

function amount(type: AmountType, of: number, value: number): number {
  return type === 'FIXED' ? toCents(of) : Math.round((value * of) / 100);
}

function read<T>(sent: unknown, base: T, parse: (sent: Record<string, unknown>) => T): T {
  if (sent === undefined) return base;
  return parse(typeof sent === 'object' && sent !== null ? { ...sent } : {});
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function amountType(value: unknown, fallback: AmountType): AmountType {
  return value === 'FIXED' || value === 'PERCENTAGE' ? value : fallback;
}
